/** Numbers from 0 to below 1 that follow from a text alone, the same in every browser. */
export function drawsOf(seed: string): () => number {
  // FNV-1a of the text, then mulberry32: whole numbers only.
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The entries in an order drawn by a seed (Fisher and Yates). */
export function shuffled<T>(entries: readonly T[], seed: string): T[] {
  const draw = drawsOf(seed);
  const result = [...entries];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
