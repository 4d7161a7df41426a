import { pi, sine } from '../../phantom/index.ts';
import type { Rgb } from './dye.ts';
import { spectralWeights } from './observer.ts';

/** Beyond this retardation, about the end of the fourth order, all colours are near white. */
const reachNm = 2400;
const stepNm = 4;

/** sin²(πR/λ), seen in each channel, for every step of R; red, green and blue in turn. */
const table: Float64Array = (() => {
  const weights = spectralWeights();
  const values = new Float64Array(3 * (reachNm / stepNm + 2));
  for (let n = 0; 3 * n < values.length; n++) {
    for (const { wavelengthNm, weight } of weights) {
      const s = sine((pi * n * stepNm) / wavelengthNm);
      for (const channel of [0, 1, 2] as const)
        values[3 * n + channel] = (values[3 * n + channel] as number) + s * s * weight[channel];
    }
  }
  return values;
})();

/**
 * The colour of a plate between crossed polars at 45°, as the part of each channel's linear light
 * that passes; below 0 where the colour lies outside of sRGB. Retardation beyond 2,400 nm counts as
 * 2,400.
 */
export function interferenceColour(retardationNm: number): Rgb {
  const place = Math.min(Math.abs(retardationNm), reachNm) / stepNm;
  const n = Math.floor(place);
  const at = (channel: 0 | 1 | 2) => {
    const low = table[3 * n + channel] as number;
    return low + ((table[3 * n + 3 + channel] as number) - low) * (place - n);
  };
  return [at(0), at(1), at(2)];
}
