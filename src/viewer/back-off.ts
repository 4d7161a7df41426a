/** Asks again for what did not come, after longer and longer pauses. */

/** Some seconds in all: then the reader is told, and may ask again herself. */
const pausesMs = [500, 1000, 2000, 4000];

/** Ends after so many milliseconds, or as aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** The result of `attempt`, which is made again after each pause; rejects as the last attempt did, or as aborted. */
export async function withBackOff<Result>(
  attempt: () => Promise<Result>,
  signal: AbortSignal,
  wait: Wait = waitMs,
): Promise<Result> {
  for (const ms of pausesMs) {
    try {
      return await attempt();
    } catch {
      signal.throwIfAborted();
      await wait(ms, signal);
    }
  }
  return attempt();
}

/** Rejects with the signal's reason when it aborts. */
export function waitMs(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
