/** Fetches what is true of the views, once a reader asks; waits for what is still being made. */
import type { ViewTrace } from '../../../trace/index.ts';

/** The server of the atlas asks for this pause in its `Retry-After`. */
const pauseMs = 1000;

/** The trace at an address. Rejects where it is not to be had, or as aborted. */
export async function fetchTrace(address: string, signal: AbortSignal): Promise<ViewTrace> {
  for (;;) {
    const answer = await fetch(address, { signal });
    if (answer.status === 200) return (await answer.json()) as ViewTrace;
    if (answer.status !== 202) throw new Error(`The findings are answered with ${answer.status}.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    signal.throwIfAborted();
  }
}
