/**
 * Runs work in a child process, such as that on files from outside: a decoder that aborts, hangs or
 * eats memory then ends its child, not the atlas.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Answer, outOfMemory, type Task } from './guarded-work.ts';

/** What a child may use before it is stopped. */
export interface Limits {
  /** What the work is on, for the sentence that says why it was stopped. */
  readonly name: string;
  /** Whether it reads a file from outside, which then is the likely cause where the child breaks down. */
  readonly readsFile: boolean;
  readonly memoryBytes: number;
  readonly timeMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Called with the part of the work that is done, from 0 to 1, where the child tells it. */
export type Report = (part: number) => void;

/** Work that failed in a child, in a sentence for the person who asked for it. */
export class GuardedError extends Error {
  override readonly name = 'GuardedError';
}

const gigabyte = 2 ** 30;

/** The memory that one child may use: 4 GB, or half of what the machine has where that is less. */
export function memoryLimitBytes(): number {
  return Math.min(
    4 * gigabyte,
    Math.min(totalmem(), process.constrainedMemory() || totalmem()) / 2,
  );
}

/**
 * Where Node keeps what it made of the sources, for the next child: reading them anew took each of them
 * most of a second. The folder is the one that Node itself would take.
 */
const compileCache = (): string =>
  process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache');

/** A child that does one work after the other, so that the next finds warm what the last has left. */
export interface GuardedChild {
  /** Whether it may be given more work: it has not ended, and has not grown large. */
  readonly isReady: boolean;
  /**
   * Sends `job` as JSON and resolves with the JSON result. Rejects with a GuardedError, or with the
   * signal's reason; close the child then, before what it was writing is removed.
   */
  run<Result>(job: unknown, limits: Limits, report?: Report): Promise<Result>;
  /** Ends it; resolves when it is gone. */
  close(): Promise<void>;
}

/** Starts a child on the worker module, a file that calls `serveWork`. */
export function openGuarded(worker: URL): GuardedChild {
  const child = fork(worker, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache() },
  });
  let isReady = true;
  let fault: unknown;
  const stop = (why: unknown) => {
    fault ??= why;
    child.kill('SIGKILL');
  };
  // Without a listener the fault of a child that has nothing to do would end the parent.
  child.on('error', () => {});
  // Not "close", which does not come where it is the parent that lets go; there are no streams to wait for.
  const gone = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    if (child.pid === undefined) child.once('error', () => resolve(null));
  });
  void gone.then(() => (isReady = false));
  return {
    get isReady() {
      return isReady;
    },
    run: (job, limits, report = () => {}) =>
      new Promise((resolve, reject) => {
        const { name, memoryBytes, timeMs, signal } = limits;
        const onAbort = () => stop(signal?.reason);
        const onError = (error: Error) => stop(new GuardedError(`${name}: ${error.message}`));
        const minutes = Math.max(1, Math.round(timeMs / 60_000));
        const timer = setTimeout(
          () => stop(new GuardedError(`${name} was given up: it took more than ${minutes} min.`)),
          timeMs,
        );
        const onMessage = (message: Answer<never>) => {
          if ('part' in message) return report(message.part);
          leave();
          isReady &&= !message.isLarge;
          if ('result' in message) resolve(message.result);
          else reject(new GuardedError(message.sentence));
        };
        const leave = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          child.off('message', onMessage);
          child.off('error', onError);
        };
        gone.then((status) => {
          leave();
          reject(fault ?? new GuardedError(`${name} ${endOf(child, status, limits)}`));
        });
        signal?.addEventListener('abort', onAbort);
        child.on('message', onMessage);
        child.on('error', onError);
        child.send({ job, memoryBytes } satisfies Task, (error) => error && stop(error));
        if (signal?.aborted) onAbort();
      }),
    async close() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Runs one work in a child of its own. Settles as its `run` does, but when the child is gone. */
export async function runGuarded<Result>(
  worker: URL,
  job: unknown,
  limits: Limits,
  report?: Report,
): Promise<Result> {
  limits.signal?.throwIfAborted();
  const child = openGuarded(worker);
  try {
    return await child.run<Result>(job, limits, report);
  } finally {
    await child.close();
  }
}

function endOf(
  child: ChildProcess,
  status: number | null,
  { memoryBytes, readsFile }: Limits,
): string {
  if (status === outOfMemory) {
    return `was given up: it needs more than ${(memoryBytes / gigabyte).toFixed(1)} GB of memory.`;
  }
  const how = child.signalCode ?? `status ${status}`;
  return readsFile
    ? `could not be read: the image decoder broke down (${how}). The file is probably damaged.`
    : `could not be made: the program broke down (${how}). Try once more; if it stays, it is a fault of the program.`;
}
