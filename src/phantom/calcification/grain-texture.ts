import type { Draw } from '../draw.ts';
import type { Texture } from '../solid/texture.ts';

/** The unevenness of a grain about 2 mm across; see `Texture` for what the numbers are. */
export function grainTexture(
  draw: Draw,
  packing: number,
  bumpMm: number,
  bumpSizeMm: number,
  mottle: number,
): Texture {
  return { seed: draw.seed(), bumpMm, bumpSizeMm, packing, mottle };
}
