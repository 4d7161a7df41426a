import type { Attempt } from './attempt.ts';
import { ProgressStore } from './store.ts';

/** The log of this browser; all that a page does with it goes through one store. */
export const store = new ProgressStore();

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('progress');

/** Keeps one answer, and tells other pages of it. Says why it will not last, where it will not. */
export async function keep(attempt: Omit<Attempt, 'id' | 'at'>): Promise<string | undefined> {
  const lost = await store.add([{ ...attempt, id: randomId(), at: Date.now() }]);
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

/** 128 bits; `randomUUID` is not there on pages served without encryption. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
