/** The child's side of `runGuarded`. */
import { faultSentence } from './fault.ts';
import type { Report } from './guarded-child.ts';

/** What the parent sends once. */
export interface Task {
  readonly job: unknown;
  readonly memoryBytes: number;
}

/** What the child sends: progress any number of times, then a result or what went wrong. */
export type Answer<Result> =
  { readonly part: number } | { readonly result: Result } | { readonly sentence: string };

/** The exit status of a child that found itself above its limit of memory. */
export const outOfMemory = 97;

const watchEveryMs = 50;

/**
 * Waits for one job, does it, answers and ends. The work's own errors reach the parent as their
 * message: throw sentences.
 */
export function serveWork<Job, Result>(work: (job: Job, report: Report) => Promise<Result>): void {
  // Ctrl-C reaches the whole group; the parent decides what becomes of this process.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit(1));
  process.once('message', async ({ job, memoryBytes }: Task) => {
    setInterval(() => {
      if (process.memoryUsage.rss() > memoryBytes) process.exit(outOfMemory);
    }, watchEveryMs).unref();
    const answer: Answer<Result> = await work(job as Job, (part) => process.send?.({ part })).then(
      (result) => ({ result }),
      (error: unknown) => ({ sentence: faultSentence(error) ?? messageOf(error) }),
    );
    process.send?.(answer, () => process.disconnect());
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
