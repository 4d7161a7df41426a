/**
 * What was seen is kept as it was asked for: a tile is a part of a file, and the same view asks for the
 * same parts again. A cache keeps no answers with status 206, so a part is kept as a file of its own.
 */

/** So much of what was seen is kept; the oldest goes first. */
export const mostSeenBytes = 64 * 1024 * 1024;

/** The key of a part in the cache: the address, with the range and the size of the part in its query. */
export const seenKey = (url: string, range: string | null) => `${url}?part=${range ?? ''}`;

const sizeHeader = 'x-part-bytes';
const rangeHeader = 'x-part-range';

/** An answer of the server as the cache takes it. */
export function asKept(answer: Response, body: Blob): Response {
  const headers = new Headers({
    'content-type': answer.headers.get('content-type') ?? '',
    [sizeHeader]: String(body.size),
  });
  const range = answer.headers.get('content-range');
  if (range) headers.set(rangeHeader, range);
  return new Response(body, { headers });
}

/** The answer of the server again. */
export function asAnswered(kept: Response): Response {
  const headers = new Headers({ 'content-type': kept.headers.get('content-type') ?? '' });
  const range = kept.headers.get(rangeHeader);
  if (range) headers.set('content-range', range);
  return new Response(kept.body, { status: range ? 206 : 200, headers });
}

/** The size of a part that is kept, in bytes. */
export const keptBytes = (kept: Response) => Number(kept.headers.get(sizeHeader) ?? 0);

/** How many parts must go, the oldest first, until what is left is at most `most` bytes. */
export function surplus(oldestFirst: readonly number[], most: number): number {
  let bytes = oldestFirst.reduce((sum, size) => sum + size, 0);
  let gone = 0;
  while (bytes > most) bytes -= oldestFirst[gone++] ?? bytes;
  return gone;
}
