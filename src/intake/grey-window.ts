/** The grey levels of a 16-bit image that are shown as black and as white. */

/** How often each of the 65,536 grey levels occurs. */
export type Histogram = Float64Array;

/** Parts of the pixels that may become pure black and pure white. */
const darkPart = 0.01;
const brightPart = 0.0005;

/**
 * A window that shows what matters in a radiograph: calcifications are the brightest and the rarest
 * pixels, so almost nothing is clipped at the bright end. The lowest level is left out of the count,
 * since the empty field around the breast has it. An image of one level gets a window of its own.
 */
export function windowOf(histogram: Histogram): { low: number; high: number } {
  const lowest = histogram.findIndex((count) => count > 0);
  const highest = histogram.findLastIndex((count) => count > 0);
  if (highest <= lowest) {
    const low = Math.min(Math.max(0, lowest), 65_534);
    return { low, high: low + 1 };
  }
  let total = 0;
  for (let level = lowest + 1; level <= highest; level++) total += histogram[level] ?? 0;
  const level = (part: number) => {
    let below = 0;
    for (let at = lowest + 1; at <= highest; at++) {
      below += histogram[at] ?? 0;
      if (below >= part * total) return at;
    }
    return highest;
  };
  const low = level(darkPart);
  const high = level(1 - brightPart);
  return low < high ? { low, high } : { low: lowest, high: highest };
}
