import { dot, length, scaled, type Vector } from '../vector.ts';
import {
  highestBump,
  type MineralField,
  openTexture,
  scaledTexture,
  type Texture,
} from './texture.ts';

/**
 * One compact piece: an ellipsoid, cut by facets where it is angular, bitten where it is notched, and
 * emptied inside where its centre is lucent, or fuller there where its margin is loose.
 */
export interface Grain {
  readonly kind: 'grain';
  readonly semiAxesMm: Vector;
  /** Planes that cut the ellipsoid; `offset` is their distance from the centre, 1 at the surface. */
  readonly facets: readonly { readonly normal: Vector; readonly offset: number }[];
  /** Hollows cut from the outside, in fractions of the semi-axes. */
  readonly bites: readonly { readonly at: Vector; readonly radius: number }[];
  /** The centre: how far it reaches (0 is none, 1 the surface), and how much of the packing it has: below 1 it is lucent. */
  readonly core: { readonly reach: number; readonly filling: number };
  readonly texture: Texture;
}

/** Opens the field of a grain. */
export function openGrain(grain: Grain): MineralField {
  const { semiAxesMm, facets, bites, core } = grain;
  const [a, b, c] = semiAxesMm;
  const meanMm = (a + b + c) / 3;
  const { bumpAt, packingAt } = openTexture(grain.texture);
  const highest = (highestBump * grain.texture.bumpMm) / meanMm;
  /** Whether a place lies in a hollow, where a bump widens all of them by so much. */
  const isBitten = (place: Vector, bump: number): boolean => {
    for (const { at, radius } of bites) {
      const way: Vector = [place[0] - at[0], place[1] - at[1], place[2] - at[2]];
      if (length(way) < radius + bump) return true;
    }
    return false;
  };
  return (point) => {
    const place: Vector = [point[0] / a, point[1] / b, point[2] / c];
    let reach = length(place);
    if (reach > 1 + highest) return 0;
    for (const { normal, offset } of facets) {
      const beyond = dot(normal, place) / offset;
      if (beyond > reach) reach = beyond;
    }
    if (reach > 1 + highest) return 0;
    // Most places are so deep that no bump matters, and none is worked out.
    const isSolid = core.filling === 1 && reach + highest < 1;
    if (isSolid && !isBitten(place, highest)) return packingAt(point);
    const bump = bumpAt(point) / meanMm;
    reach -= bump;
    if (reach > 1 || isBitten(place, bump)) return 0;
    const filling = reach < core.reach + 2 * bump ? core.filling : 1;
    return Math.min(packingAt(point) * filling, 1);
  };
}

/** The radius of a ball around the centre that holds the grain. */
export const grainReachMm = (grain: Grain): number =>
  Math.max(...grain.semiAxesMm) * 1.02 + highestBump * grain.texture.bumpMm;

/** The grain `factor` times as large. */
export const scaledGrain = (grain: Grain, factor: number): Grain => ({
  ...grain,
  semiAxesMm: scaled(grain.semiAxesMm, factor),
  texture: scaledTexture(grain.texture, factor),
});
