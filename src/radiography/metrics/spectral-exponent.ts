import type { PowerSpectrum } from './noise-power.ts';

/**
 * The exponent β of a background whose power falls as 1/f^β between two frequencies (cycles/mm): the
 * slope of the regression line of log power on log frequency. Breasts have 1.5 to 3.5, about 2.8 in
 * the mean (Burgess 2003; Burgess and Judy 2007). Throws where fewer than three
 * bands lie between the two.
 */
export function spectralExponent(
  { cyclesPerMm, power }: PowerSpectrum,
  fromPerMm: number,
  toPerMm: number,
): number {
  const points = cyclesPerMm.flatMap((f, i): [number, number][] =>
    f >= fromPerMm && f <= toPerMm ? [[Math.log(f), Math.log(power[i] as number)]] : [],
  );
  if (points.length < 3) {
    throw new RangeError(
      `Between ${fromPerMm} and ${toPerMm}/mm the spectrum has ${points.length} bands; a slope needs three.`,
    );
  }
  const mean = (axis: 0 | 1) => points.reduce((sum, p) => sum + p[axis], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const variance = points.reduce((sum, [x]) => sum + (x - mx) * (x - mx), 0);
  return -covariance / variance;
}
