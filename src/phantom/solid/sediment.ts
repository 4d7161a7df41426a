import { smoothStep } from '../elementary.ts';
import { openNoise } from '../noise.ts';
import { dot, length, type Vector } from '../vector.ts';
import {
  highestBump,
  type MineralField,
  openTexture,
  scaledTexture,
  type Texture,
} from './texture.ts';

/**
 * Milk of calcium: what has settled at the bottom of a small cyst. `down` is the way of gravity; with
 * the beam along it the sediment is a smudgy disc, across it a crescent with a flat top.
 */
export interface Sediment {
  readonly kind: 'sediment';
  /** Radius of the cyst's lumen. */
  readonly radiusMm: number;
  /** The level of the sediment over the diameter, 0 (none) to 1 (full). */
  readonly fill: number;
  /** How much higher the sediment stands at the wall than in the middle, over the radius. */
  readonly meniscus: number;
  readonly down: Vector;
  readonly texture: Texture;
}

/** Opens the field of a sediment. */
export function openSediment(sediment: Sediment): MineralField {
  const { radiusMm, fill, meniscus, down, texture } = sediment;
  const { bumpAt, packingAt } = openTexture(texture);
  const waves = openNoise(texture.seed + 2);
  const surface = radiusMm * (1 - 2 * fill);
  return (point) => {
    if (length(point) > radiusMm + bumpAt(point)) return 0;
    const [x, y, z] = point;
    const [u, v, w] = [x / radiusMm, y / radiusMm, z / radiusMm];
    const wave = radiusMm * (0.13 * waves(u, v, w) + 0.07 * waves(4 * u, 4 * v, 4 * w));
    const depth = dot(point, down);
    const aside = (x * x + y * y + z * z - depth * depth) / radiusMm;
    const under = depth - surface - wave + meniscus * (aside - 0.4 * radiusMm);
    // It lies loosely at its top and at the wall: from above it is a smudge, not a coin.
    const settled = Math.min(1, 0.12 + (3.6 * under) / radiusMm);
    const offWall = smoothStep(1.02, 0.58, length(point) / radiusMm);
    return under > 0 ? packingAt(point) * settled * (0.12 + 0.88 * offWall) : 0;
  };
}

/** The radius of a ball around the centre that holds the sediment. */
export const sedimentReachMm = ({ radiusMm, texture }: Sediment): number =>
  radiusMm + highestBump * texture.bumpMm;

/** The sediment of a cyst `factor` times as large. */
export const scaledSediment = (sediment: Sediment, factor: number): Sediment => ({
  ...sediment,
  radiusMm: sediment.radiusMm * factor,
  texture: scaledTexture(sediment.texture, factor),
});
