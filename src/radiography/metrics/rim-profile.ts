/** The grey levels at one depth under the outline. */
export interface Depth {
  readonly mm: number;
  readonly mean: number;
  /** Standard deviation along the skin. */
  readonly spread: number;
}

/**
 * Grey levels by their depth under the outline of the breast: the skin, and what lies behind it. Each
 * depth takes the pixels within half of `withinMm` of it.
 */
export function rimProfile(
  values: ArrayLike<number>,
  depthMm: ArrayLike<number>,
  depths: readonly number[],
  withinMm: number,
): Depth[] {
  const sums = depths.map((mm) => ({ mm, count: 0, sum: 0, square: 0 }));
  for (let at = 0; at < values.length; at++) {
    const depth = depthMm[at] as number;
    if (depth === 0) continue;
    for (const bin of sums) {
      if (Math.abs(depth - bin.mm) > withinMm / 2) continue;
      const value = values[at] as number;
      bin.count += 1;
      bin.sum += value;
      bin.square += value * value;
    }
  }
  return sums.map(({ mm, count, sum, square }) => {
    const mean = sum / count;
    return { mm, mean, spread: Math.sqrt(Math.max(0, square / count - mean * mean)) };
  });
}
