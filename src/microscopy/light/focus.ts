import { scatter, smoothStep } from '../../phantom/index.ts';

/** A section is not flat on the glass: over such a distance it lies in and out of focus. */
const acrossUm = 220;
/** From this pitch on all is in focus. */
const coarseUm = 1;

/**
 * How far off the focus of a scanner a place lies: 0 sharp, 1 the softest. A noise of the slide that hangs on the place
 * alone; most of a slide is sharp.
 */
export function openFocus(seed: number, pitchUm: number): (xUm: number, yUm: number) => number {
  if (pitchUm >= coarseUm) return () => 0;
  let [lastI, lastJ] = [NaN, NaN];
  let corners: readonly number[] = [];
  const valueAt = (i: number, j: number) =>
    scatter(scatter(seed + Math.imul(i, 0x27d4eb2d)) + Math.imul(j, 0x165667b1)) / 4294967296;
  return (xUm, yUm) => {
    const [u, v] = [xUm / acrossUm, yUm / acrossUm];
    const [i, j] = [Math.floor(u), Math.floor(v)];
    if (i !== lastI || j !== lastJ) {
      [lastI, lastJ] = [i, j];
      corners = [valueAt(i, j), valueAt(i + 1, j), valueAt(i, j + 1), valueAt(i + 1, j + 1)];
    }
    const [a, b, c, d] = corners as [number, number, number, number];
    const [s, t] = [smoothStep(0, 1, u - i), smoothStep(0, 1, v - j)];
    const high = a + (b - a) * s;
    const low = c + (d - c) * s;
    return smoothStep(0.4, 0.95, high + (low - high) * t);
  };
}
