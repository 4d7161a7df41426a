/** Answers to requests for a part of a file (RFC 9110, 14), from a file that is there whole. */

/** The bytes that are asked for; `end` is exclusive. Undefined where the header is none that is understood. */
export function readRange(
  header: string | null,
  sizeBytes: number,
): { readonly start: number; readonly end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return { start: Math.max(0, sizeBytes - Number(to)), end: sizeBytes };
  return { start: Number(from), end: to === '' ? sizeBytes : Math.min(sizeBytes, Number(to) + 1) };
}

/** Answers from a whole file as a server would: all of it, a part, or that there is no such part. */
export function answerRange(file: Blob, header: string | null, type: string): Response {
  const range = readRange(header, file.size);
  if (!range) return new Response(file, { headers: { 'content-type': type } });
  const { start, end } = range;
  if (start >= end)
    return new Response(null, {
      status: 416,
      headers: { 'content-range': `bytes */${file.size}` },
    });
  return new Response(file.slice(start, end), {
    status: 206,
    headers: { 'content-type': type, 'content-range': `bytes ${start}-${end - 1}/${file.size}` },
  });
}
