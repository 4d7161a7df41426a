import type { Ball } from './ball.ts';
import {
  highestBump,
  type MineralField,
  openTexture,
  scaledTexture,
  type Texture,
} from './texture.ts';
import { type Limb, limbCover, openTube, scaledLimb } from './tube.ts';

/**
 * What fills something long: the lumen of ducts (with a limb for each branch), a suture thread.
 * `hollow` is the part of the radius that is free of mineral.
 */
export interface Cast {
  readonly kind: 'cast';
  readonly limbs: readonly Limb[];
  readonly hollow: number;
  readonly texture: Texture;
}

/** Opens the field of a cast. */
export function openCast(cast: Cast): MineralField {
  const { bumpAt, packingAt } = openTexture(cast.texture);
  const placeOf = openTube(cast.limbs, 1.8);
  return (point) => {
    const place = placeOf(point);
    if (!place) return 0;
    const { out, radiusMm, straight } = place;
    // Bumps matter near the surface only; most points are clear of it on one side or the other.
    const highest = (highestBump * cast.texture.bumpMm) / radiusMm;
    if (out >= 1 + highest) return 0;
    const nearSurface = out > 1 - highest || out < cast.hollow * (1 + highest);
    const bump = nearSurface ? bumpAt(straight) / radiusMm : 0;
    return out < 1 + bump && out >= cast.hollow * (1 - bump) ? packingAt(straight) : 0;
  };
}

/** Balls that hold the cast together; one for each segment of its limbs. */
export const castCover = (cast: Cast): Ball[] =>
  cast.limbs.flatMap((limb) => limbCover(limb, highestBump * cast.texture.bumpMm));

/** The cast `factor` times as large. */
export const scaledCast = (cast: Cast, factor: number): Cast => ({
  ...cast,
  limbs: cast.limbs.map((limb) => scaledLimb(limb, factor)),
  texture: scaledTexture(cast.texture, factor),
});
