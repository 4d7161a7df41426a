import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import type { Cluster, Piece } from '../solid/cluster.ts';
import { distance, scaled, sum, type Vector } from '../vector.ts';

/**
 * Popcorn: lumps of very different size that have run together from balls without showing them, with gaps between
 * them and crumbs about them. `clearness` is the packing's share that the difficulty leaves.
 */
export const popcornShape = (_spanMm: number, clearness: number, draw: Draw): Cluster => ({
  kind: 'cluster',
  balls: popcorn(draw),
  blendMm: draw.branch('blend').uniform(0.14, 0.3),
  texture: {
    seed: draw.seed(),
    bumpMm: draw.branch('rough').uniform(0.2, 0.34),
    bumpSizeMm: draw.branch('grain').uniform(0.2, 0.42),
    packing: draw.uniform(0.05, 0.09) * clearness,
    mottle: 1.8,
  },
});

/** The middles of the lumps, apart by more than half of what they reach; each grows from its middle in any direction. */
function popcorn(draw: Draw): Piece[] {
  const flat: Vector = [1, draw.uniform(0.6, 0.95), draw.uniform(0.35, 0.6)];
  const within = ([x, y, z]: Vector): Vector => [x * flat[0], y * flat[1], z * flat[2]];
  const wanted = draw.integer(4, 8);
  const lumps: { at: Vector; reachMm: number }[] = [];
  for (let tries = 0; lumps.length < wanted && tries < 80; tries++) {
    const reachMm = clamp(draw.logNormal(0.27, 0.55), 0.09, 0.6);
    const at = within(scaled(draw.direction(), draw.uniform(0.05, 1) * (1 - reachMm)));
    const room = lumps.every((other) => distance(at, other.at) > 0.6 * (reachMm + other.reachMm));
    if (room) lumps.push({ at, reachMm });
  }
  const pieces = lumps.flatMap((lump, n) => lumpOf(lump.at, lump.reachMm, draw.branch(n)));
  const crumbs = Array.from({ length: draw.integer(2, 6) }, (): Piece => ({
    at: within(scaled(draw.direction(), draw.uniform(0.5, 1))),
    radiusMm: clamp(draw.logNormal(0.05, 0.4), 0.03, 0.1),
    filling: draw.uniform(0.4, 1),
  }));
  return [...pieces, ...crumbs];
}

/** A lump: a flattened gathering of balls that overlap, as dense as no other. */
function lumpOf(at: Vector, reachMm: number, draw: Draw): Piece[] {
  const way = draw.direction();
  const filling = clamp(draw.logNormal(0.95, 0.35), 0.4, 1.8);
  return Array.from({ length: draw.integer(4, 7) }, (): Piece => {
    const aside = scaled(draw.direction(), reachMm * draw.uniform(0.1, 0.75));
    const along = scaled(way, reachMm * draw.uniform(-0.7, 0.7));
    return {
      at: sum(at, sum(aside, along)),
      radiusMm: reachMm * draw.uniform(0.2, 0.52),
      filling: filling * draw.uniform(0.8, 1.2),
    };
  });
}
