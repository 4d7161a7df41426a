import { smoothStep } from '../../phantom/index.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';
import { partOf } from '../scene/placing.ts';
import type { Fate } from './fate.ts';

/** How a speck's edge departs from its profile, in µm outward, by less than 9. */
export type Contour = (xUm: number, yUm: number) => number;

/**
 * Mineral grows as knots that touch: its edge bulges between clefts, and is smooth at what is finer
 * than a cell. What has shells is round.
 */
export function openContour({ build, bits }: Fate, widthUm: number): Contour {
  const knotUm = knotUmOf(bits, widthUm);
  const most = Math.min(1, widthUm / 60);
  const [bulge, wave, small] =
    build === 'laminated' ? [0, 0.5 * most, 0.15] : [3.4 * most, 1.6 * most, 0.35];
  return (x, y) => {
    const knot = Math.abs(textureAt(smoothTexture, x / knotUm, y / knotUm));
    // Clefts are sharp, but not sharper than the light microscope.
    const lobe = (knot * knot) / (knot + 0.12);
    return (
      bulge * (Math.min(1, 1.2 * lobe) - 0.6) +
      wave * textureAt(smoothTexture, x / 55 + 7, y / 55) +
      small * textureAt(smoothTexture, x / 7, y / 7 + 3)
    );
  };
}

/** The size of the knots that a speck has grown together from. */
export const knotUmOf = (bits: number, widthUm: number): number =>
  Math.min(36, Math.max(8, widthUm * (0.12 + 0.12 * partOf(bits, 25))));

/** The size of the grains of powder beside mineral. */
const grainUm = 1.9;

/**
 * The part of a place that is powder or crumbs, where their texture is above a level. Grains that are too
 * fine for a pitch are a haze: their step is as wide as what is lost of them.
 */
export function dustAt(x: number, y: number, level: number, pitchUm: number): number {
  const shown = smoothStep(1, 3, grainUm / pitchUm);
  const grains = shown > 0 ? shown * textureAt(smoothTexture, x / grainUm + 31, y / grainUm) : 0;
  const soft = 0.35 + 1.7 * (1 - shown);
  return smoothStep(level - soft, level + soft, grains);
}
