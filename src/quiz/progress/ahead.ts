import type { Attempt } from './attempt.ts';

/**
 * Answers on their way into the log. The log is a database that takes a moment to open, and a reader may
 * leave the page in that moment; what is written here is there at once. Each is taken away when the log
 * has it, and what was left is brought there by the next page that opens the log.
 */
const place = 'atlas-answers-ahead';
/** Where the log takes none, no more than these are kept for it. */
const most = 50;

function read(): unknown[] {
  try {
    const values: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

function write(values: readonly unknown[]): void {
  try {
    if (values.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(values.slice(-most)));
  } catch {
    // Where the browser keeps nothing, the log tells the reader.
  }
}

/** Puts an answer where it is found again whatever becomes of the page. */
export const putAhead = (attempt: Attempt): void => write([...read(), attempt]);

/** The answers that may not be in the log, as far as `attemptIn` can read them. */
export const readAhead = (attemptIn: (value: unknown) => Attempt | undefined): Attempt[] =>
  read().flatMap((value) => attemptIn(value) ?? []);

/** Takes away what the log has by now. */
export function dropAhead(attempts: readonly Attempt[]): void {
  const ids = new Set<unknown>(attempts.map(({ id }) => id));
  write(read().filter((value) => !ids.has((value as { id?: unknown } | null)?.id)));
}

/** The id of a new attempt: 128 bits; `randomUUID` is not there on pages served without encryption. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
