import type { MineralId, MorphologyId } from '../../lexicon/index.ts';
import type { Draw } from '../draw.ts';
import type { Solid } from '../solid/solid.ts';
import type { Texture } from '../solid/texture.ts';
import { scaled, type Vector } from '../vector.ts';
import { anyAxes } from './deposit.ts';

/** The morphologies whose specks are small grains, each told from the others by its shape alone. */
export const grainMorphologies = [
  'round',
  'punctate',
  'amorphous',
  'coarse-heterogeneous',
  'fine-pleomorphic',
] as const satisfies readonly MorphologyId[];

/** A morphology of small grains. */
export type GrainMorphology = (typeof grainMorphologies)[number];

/** Tells whether a morphology is one of small grains. */
export const isGrainMorphology = (id: MorphologyId): id is GrainMorphology =>
  (grainMorphologies as readonly MorphologyId[]).includes(id);

/** How widely the sizes of one case spread: the deviation of their logarithm. */
export const sizeSpread: Readonly<Record<GrainMorphology, number>> = {
  round: 0.13,
  punctate: 0.22,
  amorphous: 0.26,
  'coarse-heterogeneous': 0.17,
  'fine-pleomorphic': 0.33,
};

/**
 * Draws the body of a grain, about 2 mm across: its size comes later. `clearness` is the packing's
 * share that the difficulty of the case leaves.
 */
export function grainShape(
  morphology: GrainMorphology,
  mineral: MineralId,
  clearness: number,
  draw: Draw,
): Solid {
  if (mineral === 'calcium-oxalate') return rosette(morphology, clearness, draw);
  switch (morphology) {
    case 'round':
      return pebble([0.76, 0.98], draw.uniform(0.36, 0.58) * clearness, draw);
    case 'punctate':
      return pebble([0.66, 0.97], draw.uniform(0.34, 0.62) * clearness, draw);
    case 'amorphous':
      return smudge(draw.uniform(0.75, 1) * clearness, draw);
    case 'coarse-heterogeneous':
      return lump(draw.uniform(0.4, 0.68) * clearness, draw);
    case 'fine-pleomorphic':
      return shard(draw.uniform(0.5, 0.85) * clearness, draw);
  }
}

/** Smooth, but no perfect ball: no two axes alike, often a side worn flat, faintly uneven. */
function pebble(aspect: readonly [number, number], packing: number, draw: Draw): Solid {
  const flats = draw.integer(0, 3);
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(...aspect), draw.uniform(...aspect)],
    facets: Array.from({ length: flats }, () => ({
      normal: draw.direction(),
      offset: draw.uniform(0.76, 0.95),
    })),
    bites: [],
    core: draw.chance(0.2)
      ? { reach: draw.uniform(0.2, 0.45), filling: draw.uniform(0.3, 0.7) }
      : { reach: 0, filling: 1 },
    texture: texture(draw, packing, draw.uniform(0.03, 0.09), draw.uniform(0.55, 0.9), 0.2),
  };
}

/** A haze of microscopic spheres that are too small and too loose to be seen one by one. */
function smudge(packing: number, draw: Draw): Solid {
  const squash: Vector = [1, draw.uniform(0.5, 0.95), draw.uniform(0.45, 0.9)];
  const balls = Array.from({ length: draw.integer(12, 34) }, () => {
    const at: Vector = [
      draw.normal(0, 0.42) * squash[0],
      draw.normal(0, 0.42) * squash[1],
      draw.normal(0, 0.42) * squash[2],
    ];
    return { at, radiusMm: draw.uniform(0.12, 0.3) };
  });
  return { kind: 'cluster', balls, blendMm: 0.08, texture: texture(draw, packing, 0.03, 0.3, 0.5) };
}

/** A few pieces grown into one, knobbly and unevenly dense. */
function lump(packing: number, draw: Draw): Solid {
  const balls = Array.from({ length: draw.integer(3, 7) }, () => ({
    at: scaled([draw.normal(), draw.normal(), draw.normal()], 0.4) as Vector,
    radiusMm: draw.uniform(0.34, 0.62),
  }));
  return { kind: 'cluster', balls, blendMm: 0.2, texture: texture(draw, packing, 0.16, 0.5, 0.45) };
}

/** Angular: a splinter between many planes, now and then notched. */
function shard(packing: number, draw: Draw): Solid {
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(0.4, 1), draw.uniform(0.45, 0.95)],
    facets: Array.from({ length: draw.integer(6, 12) }, () => ({
      normal: draw.direction(),
      offset: draw.uniform(0.45, 0.95),
    })),
    bites: draw.chance(0.45)
      ? [{ at: scaled(draw.direction(), 0.9), radius: draw.uniform(0.35, 0.65) }]
      : [],
    core: { reach: 0, filling: 1 },
    texture: texture(draw, packing, draw.uniform(0.06, 0.16), 0.5, 0.4),
  };
}

/** Oxalate grows as plates: a few that cross in something dense, many loose ones in a smudge. */
function rosette(morphology: GrainMorphology, clearness: number, draw: Draw): Solid {
  const loose = morphology === 'amorphous' || morphology === 'coarse-heterogeneous';
  const plates = Array.from({ length: loose ? draw.integer(6, 14) : draw.integer(4, 8) }, () => ({
    at: scaled([draw.normal(), draw.normal(), draw.normal()], loose ? 0.38 : 0.14) as Vector,
    axes: anyAxes(draw),
    halfMm: [draw.uniform(0.35, 0.8), draw.uniform(0.3, 0.7), draw.uniform(0.08, 0.26)] as Vector,
  }));
  return { kind: 'plates', plates, packing: draw.uniform(0.75, 0.98) * clearness };
}

function texture(
  draw: Draw,
  packing: number,
  bumpMm: number,
  bumpSizeMm: number,
  mottle: number,
): Texture {
  return { seed: draw.seed(), bumpMm, bumpSizeMm, packing, mottle };
}
