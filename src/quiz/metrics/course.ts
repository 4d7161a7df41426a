import { type Measure, minimum, tooFew, z95 } from './measure.ts';

/** The middle value; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  return sorted.length % 2 === 1 || upper === undefined
    ? upper
    : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The median time an answer took, in seconds. */
export function medianSeconds(tookMs: readonly number[]): Measure {
  if (tookMs.length < minimum.timed) return tooFew('timed answers', tookMs.length, minimum.timed);
  return { value: (median(tookMs) ?? 0) / 1000, interval: null, cases: tookMs.length };
}

/** A value at a time. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The slope of the line through points that is the median of the slopes of all pairs, with its
 * interval from Kendall's statistic (P. K. Sen, J Am Stat Assoc 1968;63:1379). A single odd point does
 * not move it. `z` is the half-width of the interval in standard errors. Undefined where all points
 * share one x.
 */
export function medianSlope(
  points: readonly Point[],
  z = z95,
): { slope: number; interval: readonly [number, number] } | undefined {
  const slopes = points
    .flatMap((a, index) =>
      points.slice(index + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
    )
    .sort((a, b) => a - b);
  const slope = median(slopes);
  if (slope === undefined) return undefined;
  const n = points.length;
  const error = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const low = Math.max(Math.round((slopes.length - z * error) / 2) - 1, 0);
  const high = Math.min(Math.round((slopes.length + z * error) / 2), slopes.length - 1);
  return { slope, interval: [slopes[low] ?? slope, slopes[high] ?? slope] };
}

/** How many answers make one point of the course; learning curves are noise below about twenty. */
export const blockSize = 20;

/**
 * How the mean credit changes per hundred answers, over blocks of at least `blockSize`, at most fifty
 * of them so that long records stay quick.
 */
export function trend(credits: readonly number[]): Measure {
  const size = Math.max(blockSize, Math.ceil(credits.length / 50));
  const blocks = Math.floor(credits.length / size);
  if (blocks < minimum.blocks) return tooFew('answers', credits.length, minimum.blocks * blockSize);
  const points = Array.from({ length: blocks }, (_, index) => {
    const block = credits.slice(index * size, (index + 1) * size);
    return {
      x: ((index + 0.5) * size) / 100,
      y: block.reduce((sum, each) => sum + each, 0) / size,
    };
  });
  const fitted = medianSlope(points);
  if (!fitted) return tooFew('answers', credits.length, minimum.blocks * blockSize);
  return { value: fitted.slope, interval: fitted.interval, cases: credits.length };
}
