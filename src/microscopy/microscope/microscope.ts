import type { SlideOrder } from '../slide.ts';
import { slideTile } from '../tile-grid.ts';
import type { SectionTruth } from '../truth.ts';
import type { Feature } from '../truth/feature.ts';
import type { Answer, FeatureOrder, Line, Request, TileOrder, Work } from './order.ts';

/** How a tile is asked for. */
export interface TileOptions {
  /** Takes the tile back; the promise is rejected at once with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * How urgent the tile is whenever a worker is free: the lowest goes first, and one that is
   * undefined is not made for now. It is asked anew each time, as the reader moves.
   */
  readonly urgency?: () => number | undefined;
}

/** A few workers beside the page in which the tiles of slides are rendered. */
export interface Microscope {
  /** Renders a tile: RGBA. Rejects with an Error whose message is a sentence for the reader. */
  tile(order: TileOrder, options?: TileOptions): Promise<Uint8ClampedArray<ArrayBuffer>>;
  /** Tells what is true of the section of a slide, before any tile. Rejects as `tile` does. */
  section(slide: SlideOrder, signal?: AbortSignal): Promise<SectionTruth>;
  /** Names the diagnostic features in a field of a slide, after the tiles in view. Rejects as `tile` does. */
  features(order: FeatureOrder, signal?: AbortSignal): Promise<readonly Feature[]>;
  /** The reader has moved: tiles that were not urgent may be so now. */
  look(): void;
  /** Stops all work; whoever still waits is told so. */
  close(): void;
}

/** A worker, as far as a microscope needs it. */
export interface MicroscopeWorker extends Line {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

interface Job {
  readonly number: number;
  readonly work: Work;
  readonly urgency: () => number | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
  /** Takes the ear off the signal. */
  readonly forget: () => void;
}

/** More than these only fight for memory: each grows the patient for itself. */
const mostWorkers = 4;

/** One worker less than there are cores, at least two: the page itself must stay awake. */
const workersFor = (cores: number) => Math.min(mostWorkers, Math.max(2, cores - 1));

const ownWorkers = (): MicroscopeWorker[] =>
  Array.from(
    { length: workersFor(navigator.hardwareConcurrency) },
    () => new Worker(new URL('./microscope.worker.ts', import.meta.url), { type: 'module' }),
  );

/** Opens a microscope. Each worker has one tile at a time, the most urgent that waits. */
export function openMicroscope(workers: readonly MicroscopeWorker[] = ownWorkers()): Microscope {
  const waiting = new Map<number, Job>();
  const busy = new Map<MicroscopeWorker, number>();
  const given = new Map<number, Job>();
  let last = 0;
  let closed: Error | undefined;

  const end = (reason: Error) => {
    closed ??= reason;
    for (const worker of workers) worker.terminate();
    for (const jobs of [waiting, given]) {
      for (const job of jobs.values()) {
        job.forget();
        job.reject(closed);
      }
      jobs.clear();
    }
  };

  const hand = () => {
    if (closed) return;
    workers.forEach((worker, place) => {
      if (busy.has(worker)) return;
      const job = mostUrgent(waiting.values(), place, workers.length);
      if (!job) return;
      waiting.delete(job.number);
      given.set(job.number, job);
      busy.set(worker, job.number);
      worker.postMessage({ job: job.number, ...job.work } satisfies Request);
    });
  };

  for (const worker of workers) {
    worker.addEventListener('message', ({ data }) => {
      const answer = data as Answer;
      busy.delete(worker);
      const job = given.get(answer.job);
      given.delete(answer.job);
      job?.forget();
      if (answer.kind === 'fault') job?.reject(new Error(answer.sentence));
      else job?.resolve(answer);
      hand();
    });
    worker.addEventListener('error', () =>
      end(new Error('The part of the atlas that renders slides failed. Reload the page.')),
    );
  }

  const ask = (work: Work, { signal, urgency = () => 0 }: TileOptions): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (closed) throw closed;
      signal?.throwIfAborted();
      const number = ++last;
      const abort = () => {
        waiting.delete(number);
        given.delete(number);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort);
      const forget = () => signal?.removeEventListener('abort', abort);
      waiting.set(number, { number, work, urgency, resolve, reject, forget });
      hand();
    });

  return {
    async tile(order, options = {}) {
      const answer = await ask({ order }, options);
      if (answer.kind !== 'tile') throw new Error('A tile was answered with something else.');
      return answer.rgba;
    },
    async section(slide, signal) {
      const options = { urgency: () => before, ...(signal && { signal }) };
      const answer = await ask({ section: slide }, options);
      if (answer.kind !== 'section') throw new Error('A section was answered with something else.');
      return answer.truth;
    },
    async features(features, signal) {
      const options = { urgency: () => after, ...(signal && { signal }) };
      const answer = await ask({ features }, options);
      if (answer.kind !== 'features') throw new Error('A field was answered with something else.');
      return answer.features;
    },
    look: hand,
    close: () => end(new Error('The microscope was closed before the tile was made.')),
  };
}

/**
 * Side of the squares of a slide that belong to one worker, in pixels of their level: four tiles, and at
 * least a chunk of a scene, so that what is made for one tile serves its neighbours.
 */
const squarePx = 4 * slideTile.sidePx;
const finestSquarePx = 2 * squarePx;
/** Sooner than any tile. */
const before = -1;
/** Later than any tile that is in view. */
const after = 1e5;
/** What a tile of another worker's square is put back by: so far that it is only taken when idle. */
const awayFromHome = 1e6;

/** The most urgent job for the worker at a place in the row; undefined where none is to be made now. */
function mostUrgent(jobs: Iterable<Job>, place: number, workers: number): Job | undefined {
  let best: Job | undefined;
  let least = Infinity;
  for (const job of jobs) {
    const urgency = job.urgency();
    if (urgency === undefined) continue;
    const value = urgency + (homeOf(job.work, workers) === place ? 0 : awayFromHome);
    if (value < least) {
      least = value;
      best = job;
    }
  }
  return best;
}

function homeOf(work: Work, workers: number): number {
  if (!('order' in work)) return 0;
  const { place } = work.order;
  const side = place.level === 0 ? finestSquarePx : squarePx;
  const column = Math.floor((place.column + place.widthPx / 2) / side);
  const row = Math.floor((place.row + place.heightPx / 2) / side);
  return (((column + row) % workers) + workers) % workers;
}
