import { distance, length, scaled, sum, type Vector } from '../vector.ts';
import type { Ball } from './ball.ts';
import {
  highestBump,
  type MineralField,
  openTexture,
  scaledTexture,
  type Texture,
} from './texture.ts';

/** One of the balls; `filling` is how much of the packing it has, 1 where it is not given. */
export interface Piece extends Ball {
  readonly filling?: number;
}

/**
 * Balls that have grown together: a smudge of microscopic spheres, a coarse heterogeneous piece, the
 * popcorn of a fibroadenoma, a knot.
 */
export interface Cluster {
  readonly kind: 'cluster';
  readonly balls: readonly Piece[];
  /** How widely the seam between two balls is rounded; 0 leaves them sharp. */
  readonly blendMm: number;
  readonly texture: Texture;
}

/** The balls, moved so that the mean of their centres is the centre of the cluster. */
export function centred(balls: readonly Piece[]): Piece[] {
  const total = balls.reduce<Vector>((sums, { at }) => sum(sums, at), [0, 0, 0]);
  const middle = scaled(total, -1 / balls.length);
  return balls.map((ball) => ({ ...ball, at: sum(ball.at, middle) }));
}

/** Opens the field of a cluster. */
export function openCluster(cluster: Cluster): MineralField {
  const { balls, blendMm } = cluster;
  const { bumpAt, packingAt } = openTexture(cluster.texture);
  const highest = highestBump * cluster.texture.bumpMm;
  return (point) => {
    let outside = Infinity;
    let nearest = Infinity;
    let filling = 1;
    for (const { at, radiusMm, filling: own = 1 } of balls) {
      const d = distance(at, point) - radiusMm;
      if (d < nearest) {
        nearest = d;
        filling = own;
      }
      const near = blendMm - Math.abs(outside - d);
      outside = Math.min(outside, d) - (near > 0 ? (near * near) / (4 * blendMm) : 0);
    }
    // Only near the surface does a bump decide.
    if (outside >= highest) return 0;
    if (outside >= -highest && outside >= bumpAt(point)) return 0;
    return filling === 1 ? packingAt(point) : Math.min(packingAt(point) * filling, 1);
  };
}

/** The radius of a ball around the centre that holds the cluster. */
export const clusterReachMm = (cluster: Cluster): number =>
  Math.max(...cluster.balls.map(({ at, radiusMm }) => length(at) + radiusMm)) +
  cluster.blendMm / 2 +
  highestBump * cluster.texture.bumpMm;

/** The cluster `factor` times as large. */
export const scaledCluster = (cluster: Cluster, factor: number): Cluster => ({
  ...cluster,
  balls: cluster.balls.map((piece) => ({
    ...piece,
    at: scaled(piece.at, factor),
    radiusMm: piece.radiusMm * factor,
  })),
  blendMm: cluster.blendMm * factor,
  texture: scaledTexture(cluster.texture, factor),
});
