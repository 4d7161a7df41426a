/** A share with its interval, all in per cent. */
export interface Share {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
}

/** The quantile of the normal distribution that leaves 2.5% on either side. */
const z = 1.959963984540054;

/**
 * The share of `part` in `whole` with its 95% interval after Wilson (1927), which stays within 0 and 100
 * and holds for small numbers. Throws a RangeError where there is nothing to share.
 */
export function shareOf(part: number, whole: number): Share {
  if (whole <= 0 || part < 0 || part > whole)
    throw new RangeError(`A share needs a part of at most the whole; found ${part} of ${whole}.`);
  const p = part / whole;
  const spread = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  const middle = p + (z * z) / (2 * whole);
  return {
    percent: 100 * p,
    low: Math.max(0, (100 * (middle - spread)) / scale),
    high: Math.min(100, (100 * (middle + spread)) / scale),
  };
}
