import { smoothStep } from '../elementary.ts';
import { layered, openNoise } from '../noise.ts';
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
 * Plaques in the wall of a tube: the calcified media of an artery. Seen from the side the two walls
 * are tram tracks, without being told to.
 */
export interface Sheath {
  readonly kind: 'sheath';
  /** The course of the artery; its radii reach to the middle of the wall. */
  readonly limb: Limb;
  readonly lengthMm: number;
  readonly wallMm: number;
  /** The part of the wall that is calcified in the middle of the run, 0 to 1; it thins out to its ends. */
  readonly coverage: number;
  /** The size of a plaque. */
  readonly plaqueMm: number;
  readonly texture: Texture;
}

/** Opens the field of a sheath. */
export function openSheath(sheath: Sheath): MineralField {
  const { limb, lengthMm, coverage, plaqueMm, wallMm } = sheath;
  const { bumpAt, packingAt } = openTexture(sheath.texture);
  const plaques = layered(openNoise(sheath.texture.seed + 2), 3, 0.6);
  const highest = highestBump * sheath.texture.bumpMm;
  const placeOf = openTube([limb], 1.6);
  return (point) => {
    const place = placeOf(point);
    if (!place) return 0;
    const { alongMm, straight, fromAxisMm, radiusMm } = place;
    const depth = Math.abs(fromAxisMm - radiusMm);
    if (depth > wallMm + highest || depth > wallMm + bumpAt(straight)) return 0;
    const fromEnd = Math.min(alongMm, lengthMm - alongMm);
    const here = coverage * smoothStep(-0.3, Math.min(3, lengthMm * 0.3), fromEnd);
    const [s, a, b] = straight;
    const patch = 0.5 + 0.9 * plaques(s / plaqueMm, a / plaqueMm, b / plaqueMm);
    return patch < here && depth < wallMm * (0.5 + here - patch) ? packingAt(straight) : 0;
  };
}

/** Balls that hold the sheath together; one for each segment of its course. */
export const sheathCover = (sheath: Sheath): Ball[] =>
  limbCover(sheath.limb, 1.5 * sheath.wallMm + highestBump * sheath.texture.bumpMm);

/** The sheath `factor` times as large. */
export const scaledSheath = (sheath: Sheath, factor: number): Sheath => ({
  ...sheath,
  limb: scaledLimb(sheath.limb, factor),
  lengthMm: sheath.lengthMm * factor,
  wallMm: sheath.wallMm * factor,
  plaqueMm: sheath.plaqueMm * factor,
  texture: scaledTexture(sheath.texture, factor),
});
