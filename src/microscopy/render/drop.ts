import { smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { type Part, pixelsOf } from './part.ts';
import { fade, faded } from './stroma.ts';

/** A drop of something, about the middle of its cell: half axes and its direction. */
export interface Drop {
  readonly x: number;
  readonly y: number;
  readonly long: number;
  readonly wide: number;
  readonly cos: number;
  readonly sin: number;
  readonly haematoxylin: number;
  readonly eosin: number;
  readonly orange: number;
  /** How soft its edge is, and how much of what lies there it takes away. */
  readonly softUm: number;
  readonly covers: number;
  readonly ragged: number;
  /** Size of its unevenness; a fine one where none is given. */
  readonly lumpUm?: number;
  /** How much of it, within its border, vacuoles have taken. */
  readonly foam?: number;
  /** Load of brown granules in it. */
  readonly pigment?: number;
}

/** Size of vacuoles, and their part where they are too small to be seen. */
const [vacuoleUm, vacuolesMean] = [2.1, 0.5];
/** Size of granules of pigment, and their part where they are too small to be seen. */
const [granuleUm, granulesMean] = [1.7, 0.4];

/** Lays a drop that belongs to a nucleus over the loads, within some columns and rows of them. */
export function layDrop(
  drop: Drop,
  { bits, depth }: Nucleus,
  loads: Loads,
  { column, row, pitchUm }: PixelPlace,
  within: Part,
): void {
  const { x, y, long, wide, cos, sin, ragged, lumpUm = 1.9, foam = 0, pigment = 0 } = drop;
  const { haematoxylin, eosin, orange, brown } = loads.dyes;
  const edge = Math.max(drop.softUm, 0.5 * pitchUm);
  const reach = long * (1 + 2 * ragged) + edge + 1;
  const field = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  const { left, right, top, bottom } = pixelsOf(field, { column, row, pitchUm }, within);
  const shift = 53 * partOf(bits, 90);
  const shown = fade(vacuoleUm, pitchUm);
  const shownGranules = fade(granuleUm, pitchUm);
  for (let j = top; j < bottom; j++) {
    const dy = (row + j + 0.5) * pitchUm - y;
    for (let i = left; i < right; i++) {
      const dx = (column + i + 0.5) * pitchUm - x;
      const p = (dx * cos + dy * sin) / long;
      const q = (dy * cos - dx * sin) / wide;
      const lump = 1 + ragged * textureAt(smoothTexture, shift + dx / lumpUm, shift + dy / lumpUm);
      const r = Math.sqrt(p * p + q * q) / lump;
      const slope = Math.sqrt((p / long) * (p / long) + (q / wide) * (q / wide));
      const inside = r > 0.05 ? ((1 - r) * r) / Math.max(slope, 1e-6) : wide;
      const cover = smoothStep(-edge, edge, inside) * depth;
      if (cover <= 0) continue;
      const at = j * loads.widthPx + i;
      let thick = 1 + 0.12 * textureAt(fineTexture, shift + dx / 1.6, dy / 1.6);
      if (foam > 0) {
        const bubble = faded(shown, fineTexture, shift + dx / vacuoleUm, shift + dy / vacuoleUm);
        const bubbles = shown * smoothStep(-0.6, 0.5, bubble) + (1 - shown) * vacuolesMean;
        thick *= 1 - foam * bubbles * smoothStep(0.4, 1.5, inside);
      }
      const lay = (plane: Float32Array, load: number) => {
        const before = plane[at] as number;
        plane[at] = before + cover * (load * thick - drop.covers * before);
      };
      lay(haematoxylin, drop.haematoxylin);
      lay(eosin, drop.eosin);
      lay(orange, drop.orange);
      if (pigment > 0) {
        const granule = faded(shownGranules, fineTexture, dx / granuleUm, shift + dy / granuleUm);
        const granules =
          shownGranules * smoothStep(-0.2, 0.9, granule) + (1 - shownGranules) * granulesMean;
        brown[at] = (brown[at] as number) + cover * pigment * granules;
      }
    }
  }
}
