/**
 * Which pyramid is made next, and how far the making is. Knows neither processes nor the clock: the
 * time is passed in, in milliseconds.
 */
import type { MakingStatus } from './byte-source.ts';

/** What the schedule knows of a pyramid that has to be made. */
export interface Work {
  readonly id: string;
  readonly megapixels: number;
  /** Works with the same word here are done at once, by one maker. */
  readonly together?: string | undefined;
  /** A maker that has just done a work with this word is quicker with the next. */
  readonly alike?: string | undefined;
}

/** Where the making of all pyramids stands. */
export interface Overall {
  /** Pyramids that are made, those that failed included. */
  readonly done: number;
  readonly total: number;
  /** The part of all pixels that is done, from 0 to 1. */
  readonly part: number;
  /** Absent until one pyramid has been made and the speed of this machine is known. */
  readonly secondsLeft?: number;
}

/** What one maker does: a work, or several at once. */
interface Run<Job> {
  readonly jobs: readonly Job[];
  readonly startedMs: number;
  /** What the maker itself has told of its progress. */
  told?: number;
}

/** Guessed until the first pyramid is made; it only moves the first progress bar. */
const firstGuessMpxPerSecond = 25;
/** A guess never says that something is finished. */
const mostGuessed = 0.97;

/** The order of the work and its progress, for `makers` pyramids made at a time. */
export class Schedule<Job extends Work> {
  readonly #waiting: Job[] = [];
  readonly #running = new Map<string, Run<Job>>();
  readonly #asked = new Set<string>();
  readonly #makers: number;
  #done = 0;
  #doneMegapixels = 0;
  #measuredMegapixels = 0;
  #measuredSeconds = 0;

  constructor(makers: number) {
    this.#makers = makers;
  }

  /** Adds work behind what is there; what is already waiting or running is not added again. */
  add(jobs: readonly Job[]): void {
    for (const job of jobs) {
      if (!this.#running.has(job.id) && !this.#waiting.some(({ id }) => id === job.id)) {
        this.#waiting.push(job);
      }
    }
  }

  /** Puts a pyramid that somebody waits for in front of all others; the last asked comes first. */
  ask(id: string): void {
    const at = this.#waiting.findIndex((job) => job.id === id);
    if (at >= 0) this.#asked.add(id);
    if (at > 0) this.#waiting.unshift(...this.#waiting.splice(at, 1));
  }

  /**
   * Takes the next work if a maker is free, and what is done with it; that maker has last done a work with
   * the word `like`. All are running from now on.
   */
  next(nowMs: number, like?: string): readonly Job[] | undefined {
    if (this.#runs.size >= this.#makers) return undefined;
    const [first] = this.#waiting.splice(this.#bestFor(like), 1);
    if (!first) return undefined;
    const jobs = [first];
    if (first.together !== undefined) {
      jobs.push(...this.#waiting.filter(({ together }) => together === first.together));
      this.#waiting.splice(0, Infinity, ...this.#waiting.filter((job) => !jobs.includes(job)));
    }
    const run = { jobs, startedMs: nowMs };
    for (const { id } of jobs) this.#running.set(id, run);
    return jobs;
  }

  /** What somebody waits for; else what is like the last; else what is like nothing that others do. */
  #bestFor(like: string | undefined): number {
    const [first] = this.#waiting;
    if (first && this.#asked.has(first.id)) return 0;
    const words = new Set([...this.#running.values()].flatMap(({ jobs }) => wordsOf(jobs)));
    const same = like === undefined ? -1 : this.#waiting.findIndex(({ alike }) => alike === like);
    const other = this.#waiting.findIndex(({ alike }) => alike === undefined || !words.has(alike));
    return Math.max(same >= 0 ? same : other, 0);
  }

  get #runs(): ReadonlySet<Run<Job>> {
    return new Set(this.#running.values());
  }

  /** Takes note of the progress that a maker tells of what it does, from 0 to 1. */
  tell(id: string, part: number): void {
    const running = this.#running.get(id);
    if (running) running.told = Math.min(1, Math.max(0, part));
  }

  /** Ends a running work and what is done with it; the speed is measured on what succeeded. */
  finish(id: string, nowMs: number, succeeded: boolean): void {
    const run = this.#running.get(id);
    if (!run) return;
    for (const job of run.jobs) this.#running.delete(job.id);
    this.#done += run.jobs.length;
    this.#doneMegapixels += megapixelsOf(run.jobs);
    if (!succeeded) return;
    this.#measuredMegapixels += megapixelsOf(run.jobs);
    this.#measuredSeconds += (nowMs - run.startedMs) / 1000;
  }

  /** True while anything waits or runs. */
  get isBusy(): boolean {
    return this.#waiting.length + this.#running.size > 0;
  }

  /** Where one pyramid stands; undefined where it neither waits nor runs. */
  status(id: string, nowMs: number): MakingStatus | undefined {
    const running = this.#running.get(id);
    const at = this.#waiting.findIndex((job) => job.id === id);
    const own = running?.jobs ?? this.#waiting.slice(at, at + 1);
    if (!running && at < 0) return undefined;
    const progress = running ? this.#partOf(running, nowMs) : 0;
    const before = running ? [] : this.#waiting.slice(0, at);
    const megapixelsLeft =
      megapixelsOf(own) * (1 - progress) +
      megapixelsOf(before) +
      (running ? 0 : this.#runningMegapixelsLeft(nowMs));
    // Several makers share the speed of the machine; one work has only its own maker's.
    const seconds = this.#secondsFor(megapixelsLeft, running ? 1 : this.#makers);
    return {
      state: running ? 'making' : 'waiting',
      progress,
      ahead: running ? 0 : before.length + this.#running.size,
      ...(seconds === undefined ? {} : { secondsLeft: seconds }),
    };
  }

  /** Where all work stands. */
  overall(nowMs: number): Overall {
    const waiting = megapixelsOf(this.#waiting);
    const runs = [...this.#runs];
    const left = waiting + this.#runningMegapixelsLeft(nowMs);
    const all = this.#doneMegapixels + waiting + megapixelsOf(runs.flatMap(({ jobs }) => jobs));
    const makers = Math.min(this.#makers, this.#waiting.length + runs.length);
    const seconds = this.#secondsFor(left, Math.max(1, makers));
    return {
      done: this.#done,
      total: this.#done + this.#waiting.length + this.#running.size,
      part: all === 0 ? 1 : 1 - left / all,
      ...(seconds === undefined ? {} : { secondsLeft: seconds }),
    };
  }

  get #makerSpeed(): number | undefined {
    return this.#measuredSeconds > 0 ? this.#measuredMegapixels / this.#measuredSeconds : undefined;
  }

  #secondsFor(megapixels: number, makers: number): number | undefined {
    const speed = this.#makerSpeed;
    return speed ? Math.ceil(megapixels / (speed * makers)) : undefined;
  }

  #partOf({ jobs, startedMs, told }: Run<Job>, nowMs: number): number {
    if (told !== undefined) return told;
    const speed = this.#makerSpeed ?? firstGuessMpxPerSecond;
    return Math.min(mostGuessed, ((nowMs - startedMs) / 1000) * (speed / megapixelsOf(jobs)));
  }

  #runningMegapixelsLeft(nowMs: number): number {
    let left = 0;
    for (const run of this.#runs) left += megapixelsOf(run.jobs) * (1 - this.#partOf(run, nowMs));
    return left;
  }
}

const wordsOf = (works: readonly Work[]): string[] => works.flatMap(({ alike }) => alike ?? []);

const megapixelsOf = (works: readonly Work[]): number =>
  works.reduce((total, { megapixels }) => total + megapixels, 0);
