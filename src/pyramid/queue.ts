/** Makes pyramids in child processes, a few at a time, those that somebody waits for first. Node only. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { GuardedError, memoryLimitBytes, type Scratch } from '../machine/index.ts';
import type { MakingStatus } from './byte-source.ts';
import { type PyramidCache, unfinished } from './cache.ts';
import { Makers } from './makers.ts';
import { type Overall, Schedule, type Work } from './schedule.ts';
import type { PyramidSource } from './source.ts';
import type { Places } from './make.ts';

/** A pyramid to make. */
export interface PyramidJob extends Work {
  readonly source: PyramidSource;
  /** What messages call it: the file, or the case and its view. */
  readonly name: string;
}

/** A pyramid that could not be made, and why, in a sentence. */
export interface Failure {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
}

/** How the queue works; everything has a default. */
export interface QueueOptions {
  /** Called when a pyramid is started, is told to be further, is made, or fails. */
  onChange?: (overall: Overall) => void;
  /** Pyramids made at a time. */
  makers?: number;
  /** The file that calls `serveWork` with a MakeJob. Without it only files can be made. */
  worker?: URL;
  limits?: { memoryBytes?: number; timeMs?: number };
}

// Two small images at a time hide each other's start; more than four only fight for the disk.
const mostMakers = 4;

/**
 * Threads for one of several makers. More than there are cores: decoding, encoding and writing wait
 * for each other now and then.
 */
export function threadsOf(makers: number): number {
  return Math.max(4, Math.ceil((2 * availableParallelism()) / makers));
}

const placesIn = (folder: string): Places => ({
  szi: join(folder, unfinished.szi),
  still: join(folder, unfinished.still),
  truth: join(folder, unfinished.truth),
});

const ownWorker = new URL('./worker.ts', import.meta.url);

/** Makes what is not in the cache yet. What cannot be made is a failure of its own, not of the rest. */
export class PyramidQueue {
  readonly #cache: PyramidCache;
  readonly #options: QueueOptions;
  readonly #makers: Makers;
  readonly #schedule: Schedule<PyramidJob>;
  readonly #threads: number;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #failures = new Map<string, Failure>();

  constructor(cache: PyramidCache, options: QueueOptions = {}) {
    this.#cache = cache;
    this.#options = options;
    const makers = options.makers ?? Math.min(mostMakers, availableParallelism());
    this.#makers = new Makers(options.worker ?? ownWorker);
    this.#threads = threadsOf(makers);
    this.#schedule = new Schedule(makers);
  }

  /** Orders pyramids and begins; those that the cache has, or that have failed, are left alone. */
  add(jobs: readonly PyramidJob[]): void {
    this.#schedule.add(jobs.filter(({ id }) => !this.#cache.has(id) && !this.#failures.has(id)));
    this.#fill();
  }

  /** Puts a pyramid that somebody waits for in front. */
  ask(id: string): void {
    this.#schedule.ask(id);
  }

  /** Where a pyramid stands; undefined where it is made, has failed, or was never ordered. */
  status(id: string): MakingStatus | undefined {
    return this.#schedule.status(id, performance.now());
  }

  /** Why a pyramid could not be made; undefined where it was or may still be. */
  failure(id: string): Failure | undefined {
    return this.#failures.get(id);
  }

  /** Where all that was ordered stands. */
  overall(): Overall {
    return this.#schedule.overall(performance.now());
  }

  /** Waits until nothing is left to make; resolves with what failed. */
  async drain(): Promise<readonly Failure[]> {
    while (this.#running.size > 0) await Promise.all(this.#running);
    return [...this.#failures.values()];
  }

  /** Ends the children and removes what they were writing; what is made stays. */
  async stop(): Promise<void> {
    this.#stop.abort(new GuardedError('The making of the images was stopped.'));
    await Promise.all([...this.#running, this.#makers.closeIdle()]);
  }

  #fill(): void {
    if (this.#stop.signal.aborted) return;
    for (;;) {
      const jobs = this.#schedule.next(performance.now(), this.#makers.like);
      if (!jobs) break;
      this.#track(this.#make(jobs).finally(() => this.#fill()));
      this.#changed();
    }
    if (!this.#schedule.isBusy) this.#track(this.#makers.closeIdle());
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  async #make(jobs: readonly PyramidJob[]): Promise<void> {
    let succeeded = false;
    try {
      await this.#makeInChild(jobs);
      succeeded = true;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      const sentence = error instanceof Error ? error.message : String(error);
      for (const { id, name } of jobs) this.#failures.set(id, { id, name, sentence });
    } finally {
      for (const { id } of jobs) this.#schedule.finish(id, performance.now(), succeeded);
      this.#changed();
    }
  }

  async #makeInChild(jobs: readonly PyramidJob[]): Promise<void> {
    const megapixels = jobs.reduce((sum, job) => sum + job.megapixels, 0);
    const scratches = await Promise.all(jobs.map(() => this.#cache.scratch()));
    try {
      const images = jobs.map(({ source }, n) => ({
        source,
        places: placesIn((scratches[n] as Scratch).folder),
      }));
      await this.#makers.make(
        { images, threads: this.#threads },
        {
          name: jobs.map(({ name }) => name).join(' and '),
          readsFile: jobs.some(({ source }) => source.kind === 'file'),
          signal: this.#stop.signal,
          memoryBytes: this.#options.limits?.memoryBytes ?? memoryLimitBytes(),
          timeMs: this.#options.limits?.timeMs ?? 120_000 + megapixels * 1000,
        },
        (part) => {
          for (const { id } of jobs) this.#schedule.tell(id, part);
          this.#changed();
        },
      );
      for (const [n, { id }] of jobs.entries()) await this.#cache.keep(id, scratches[n] as Scratch);
    } finally {
      for (const scratch of scratches) await scratch.discard();
    }
  }

  #changed(): void {
    this.#options.onChange?.(this.overall());
  }
}
