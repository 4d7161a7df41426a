/** The child's side of `openGuarded`. */
import { faultSentence } from './fault.ts';
import type { Report } from './guarded-child.ts';

/** What the parent sends for each work. */
export interface Task {
  readonly job: unknown;
  readonly memoryBytes: number;
}

/**
 * What the child sends: progress any number of times, then a result or what went wrong, and whether it has
 * grown so large that others should go on in its place.
 */
export type Answer<Result> = { readonly part: number } | (Outcome<Result> & { isLarge: boolean });
type Outcome<Result> = { readonly result: Result } | { readonly sentence: string };

/** The exit status of a child that found itself above its limit of memory. */
export const outOfMemory = 97;

const watchEveryMs = 50;

/** A child that is left with more than this part of its limit after a work is given no other. */
const largePart = 0.5;

/**
 * Does the jobs that come, one at a time, and answers each, until the parent lets go. The work's own
 * errors reach the parent as their message: throw sentences.
 */
export function serveWork<Job, Result>(work: (job: Job, report: Report) => Promise<Result>): void {
  // Ctrl-C reaches the whole group; the parent decides what becomes of this process.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit(1));
  let mostBytes = Infinity;
  setInterval(() => {
    if (process.memoryUsage.rss() > mostBytes) process.exit(outOfMemory);
  }, watchEveryMs).unref();
  process.on('message', async ({ job, memoryBytes }: Task) => {
    mostBytes = memoryBytes;
    const outcome: Outcome<Result> = await work(job as Job, (part) =>
      process.send?.({ part }),
    ).then(
      (result) => ({ result }),
      (error: unknown) => ({ sentence: faultSentence(error) ?? messageOf(error) }),
    );
    const isLarge = process.memoryUsage.rss() > largePart * memoryBytes;
    process.send?.({ ...outcome, isLarge } satisfies Answer<Result>);
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
