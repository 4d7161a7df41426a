import type { Radiograph } from '../radiograph.ts';
import type { Answer, Line, Order, Request } from './order.ts';

/** How the making of a radiograph is followed and stopped. */
export interface RenderOptions {
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Stops the work; the promise is rejected at once with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A place beside the page where radiographs are made while the page stays responsive. */
export interface Darkroom {
  /**
   * Makes the radiograph of a recipe. Orders are worked off one after the other. Rejects with an
   * Error whose message is a sentence for the reader.
   */
  render(order: Order, options?: RenderOptions): Promise<Radiograph>;
  /** Stops all work; whoever still waits is told so. */
  close(): void;
}

/** A worker, as far as a darkroom needs it. */
export interface DarkroomWorker extends Line {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

interface Job {
  readonly onProgress: ((done: number) => void) | undefined;
  readonly resolve: (radiograph: Radiograph) => void;
  readonly reject: (reason: unknown) => void;
  /** Takes the ear off the signal. */
  readonly forget: () => void;
}

const ownWorker = (): DarkroomWorker =>
  new Worker(new URL('./darkroom.worker.ts', import.meta.url), { type: 'module' });

/** Opens a darkroom in a worker of its own. */
export function openDarkroom(worker: DarkroomWorker = ownWorker()): Darkroom {
  const jobs = new Map<number, Job>();
  let last = 0;
  let closed: Error | undefined;
  const send = (request: Request) => worker.postMessage(request);
  /** The job with a number, which thereby is no longer waited for. */
  const take = (number: number) => {
    const job = jobs.get(number);
    jobs.delete(number);
    job?.forget();
    return job;
  };
  const end = (reason: Error) => {
    closed = reason;
    worker.terminate();
    for (const number of [...jobs.keys()]) take(number)?.reject(reason);
  };

  worker.addEventListener('message', ({ data }) => {
    const answer = data as Answer;
    switch (answer.kind) {
      case 'progress':
        return jobs.get(answer.job)?.onProgress?.(answer.done);
      case 'radiograph':
        return take(answer.job)?.resolve(answer.radiograph);
      case 'fault':
        return take(answer.job)?.reject(new Error(answer.sentence));
    }
  });
  worker.addEventListener('error', () =>
    end(new Error('The part of the atlas that makes radiographs failed. Reload the page.')),
  );

  return {
    render: (order, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) throw closed;
        signal?.throwIfAborted();
        const number = ++last;
        const abort = () => {
          take(number)?.reject(signal?.reason);
          send({ kind: 'abort', job: number });
        };
        signal?.addEventListener('abort', abort);
        const forget = () => signal?.removeEventListener('abort', abort);
        jobs.set(number, { onProgress, resolve, reject, forget });
        send({ kind: 'order', job: number, order });
      }),
    close: () => end(new Error('The darkroom was closed before the radiograph was made.')),
  };
}
