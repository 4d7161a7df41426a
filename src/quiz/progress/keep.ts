import { dropAhead, readAhead } from './ahead.ts';
import { type Attempt, attemptIn } from './attempt.ts';
import { ProgressStore } from './store.ts';

/** The log of this browser; all that a page does with it goes through one store. */
export const store = new ProgressStore();

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('progress');

/** Writes answers into the log, and takes them from what is on its way there. */
async function write(attempts: readonly Attempt[]): Promise<string | undefined> {
  const lost = await store.add(attempts);
  if (lost === undefined) dropAhead(attempts);
  return lost;
}

// A page that was left in haste may have had no time to write its last answer.
const hasty = readAhead(attemptIn);
if (hasty.length > 0) void write(hasty);

/** Keeps one answer, and tells other pages of it. Says why it will not last, where it will not. */
export async function keep(attempt: Attempt): Promise<string | undefined> {
  const lost = await write([attempt]);
  told();
  return lost;
}

/** Tells other pages that the log has changed. */
export const told = () => channel?.postMessage('changed');

/** Calls back when another page has changed the log. Returns how to stop. */
export function onChange(changed: () => void): () => void {
  channel?.addEventListener('message', changed);
  return () => channel?.removeEventListener('message', changed);
}
