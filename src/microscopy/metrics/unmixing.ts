import { logarithm } from '../../phantom/index.ts';
import type { StainVectors } from './stain-vectors.ts';

/** How much of either stain each pixel holds, in natural units of optical density. */
export interface StainLoads {
  readonly haematoxylin: Float32Array;
  readonly eosin: Float32Array;
}

/**
 * Parts a picture into its two stains (Ruifrok and Johnston 2001): the loads whose sum comes nearest to
 * the densities of each pixel. `values` are red, green and blue in turn, 0 to 255; the light of bare
 * glass is `glass`. A load may be a little less than none, where a pixel has a hue between none of them.
 */
export function unmixed(
  values: ArrayLike<number>,
  glass: number,
  { haematoxylin: h, eosin: e }: StainVectors,
): StainLoads {
  const pixels = Math.floor(values.length / 3);
  const loads = { haematoxylin: new Float32Array(pixels), eosin: new Float32Array(pixels) };
  const density = Float64Array.from({ length: 256 }, (_, v) => -logarithm(Math.max(1, v) / glass));
  const both = h[0] * e[0] + h[1] * e[1] + h[2] * e[2];
  const apart = 1 - both * both;
  for (let n = 0; n < pixels; n++) {
    const [r, g, b] = [0, 1, 2].map((c) => density[values[3 * n + c] as number] as number) as [
      number,
      number,
      number,
    ];
    const alongH = r * h[0] + g * h[1] + b * h[2];
    const alongE = r * e[0] + g * e[1] + b * e[2];
    loads.haematoxylin[n] = (alongH - both * alongE) / apart;
    loads.eosin[n] = (alongE - both * alongH) / apart;
  }
  return loads;
}
