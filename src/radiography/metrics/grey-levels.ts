/** Values in ascending order, of which quantiles and distances of distributions are read. */
export function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** The value below which a part of sorted values lies. Throws a RangeError where there are none. */
export function quantileOf(sorted: Float64Array, part: number): number {
  if (sorted.length === 0) throw new RangeError('A quantile needs at least one value.');
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number;
}

/** How far two distributions lie apart. */
export interface DistributionDistance {
  /** Greatest difference of the cumulative distributions (Kolmogorov and Smirnov), 0 to 1. */
  readonly greatest: number;
  /** The mean way by which values must be moved, in their unit (earth mover's distance). */
  readonly move: number;
}

/** The distance of two sets of sorted values. */
export function distributionDistance(a: Float64Array, b: Float64Array): DistributionDistance {
  if (a.length === 0 || b.length === 0)
    throw new RangeError('Two distributions can be compared only where both have values.');
  let [i, j, greatest, move] = [0, 0, 0, 0];
  let before = Math.min(a[0] as number, b[0] as number);
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const apart = Math.abs(i / a.length - j / b.length);
    greatest = Math.max(greatest, apart);
    move += apart * (value - before);
    before = value;
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
  }
  return { greatest, move };
}
