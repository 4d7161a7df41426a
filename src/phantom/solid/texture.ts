import { clamp } from '../elementary.ts';
import { layered, openNoise } from '../noise.ts';
import type { Vector } from '../vector.ts';

/** How uneven a piece of mineral is: its surface, and the mineral in it. */
export interface Texture {
  readonly seed: number;
  /** Height of the bumps of the surface and the distance between them. */
  readonly bumpMm: number;
  readonly bumpSizeMm: number;
  /** The part of the volume that is mineral, 0 to 1; the rest is what lies in the pores. */
  readonly packing: number;
  /** How much the packing varies from place to place, 0 to 1; more leaves gaps. */
  readonly mottle: number;
}

/** The mineral part at a point of a solid, 0 to 1; the point is relative to the solid's centre. */
export type MineralField = (point: Vector) => number;

/** No bump is higher or deeper than this many times `bumpMm`. */
export const highestBump = 1.6;

/** Opens a texture: the height of the surface at a point and the packing there. */
export function openTexture(texture: Texture): {
  readonly bumpAt: (point: Vector) => number;
  readonly packingAt: (point: Vector) => number;
} {
  const { seed, bumpMm, bumpSizeMm, packing, mottle } = texture;
  const surface = layered(openNoise(seed), 3, 0.55);
  const inside = layered(openNoise(seed + 1), 2);
  const at = (noise: typeof surface, [x, y, z]: Vector, size: number) =>
    noise(x / size, y / size, z / size);
  return {
    bumpAt: (point) =>
      bumpMm > 0 ? bumpMm * clamp(at(surface, point, bumpSizeMm), -highestBump, highestBump) : 0,
    packingAt: (point) =>
      mottle > 0
        ? clamp(packing * (1 + mottle * at(inside, point, bumpSizeMm * 0.8)), 0.02, 1)
        : packing,
  };
}

/** The texture of a thing `factor` times as large. */
export const scaledTexture = (texture: Texture, factor: number): Texture => ({
  ...texture,
  bumpMm: texture.bumpMm * factor,
  bumpSizeMm: texture.bumpSizeMm * factor,
});
