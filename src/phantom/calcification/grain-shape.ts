import type { MineralId, MorphologyId } from '../../lexicon/index.ts';
import type { Draw } from '../draw.ts';
import { clamp, power } from '../elementary.ts';
import type { Solid } from '../solid/solid.ts';
import { scaled, type Vector } from '../vector.ts';
import { anyAxes } from './deposit.ts';
import { grainTexture } from './grain-texture.ts';
import { lump } from './lump.ts';
import { splinter } from './splinter.ts';

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
  round: 0.34,
  punctate: 0.32,
  amorphous: 0.22,
  'coarse-heterogeneous': 0.28,
  'fine-pleomorphic': 0.45,
};

/**
 * Draws the body of a grain, about 2 mm across: its size comes later. `clearness` is the packing's
 * share that the difficulty of the case leaves, `fullness` how much wider than usual the spheres of a smudge are.
 */
export function grainShape(
  morphology: GrainMorphology,
  mineral: MineralId,
  clearness: number,
  draw: Draw,
  fullness = 1,
): Solid {
  if (mineral === 'calcium-oxalate') return rosette(morphology, clearness, draw);
  switch (morphology) {
    case 'round':
      return smooth(0.3, clamp(draw.logNormal(0.081, 0.46), 0.05, 0.16) * clearness, draw);
    case 'punctate':
      return smooth(0.1, clamp(draw.logNormal(0.38, 0.35), 0.16, 0.85) * clearness, draw);
    case 'amorphous':
      return smudge(thinlyPacked(draw) * clearness, fullness, draw);
    case 'coarse-heterogeneous':
      return lump(clamp(draw.logNormal(0.2, 0.45), 0.09, 0.5) * clearness, draw);
    case 'fine-pleomorphic':
      return splinter(draw.logNormal(0.32, 0.26) * clearness, draw);
  }
}

/** Smooth bodies: `twins` of them have grown together, the others are single, now and then hollow. */
function smooth(twins: number, packing: number, draw: Draw): Solid {
  return draw.chance(twins) ? twin(packing, draw) : pebble(packing, draw);
}

/** Two or three that have grown into one: a bean, a pear. */
function twin(packing: number, draw: Draw): Solid {
  const beside = Array.from({ length: draw.chance(0.25) ? 2 : 1 }, () => ({
    at: scaled(draw.direction(), draw.uniform(0.4, 0.85)),
    radiusMm: draw.uniform(0.35, 0.72),
  }));
  return {
    kind: 'cluster',
    balls: [{ at: scaled(draw.direction(), 0.2), radiusMm: draw.uniform(0.6, 0.8) }, ...beside],
    blendMm: 0.35,
    texture: grainTexture(draw, packing, draw.uniform(0.07, 0.17), draw.uniform(0.4, 0.9), 0.65),
  };
}

/**
 * Smooth, but no perfect ball: no two axes alike, often a side worn flat, uneven. Some have a lucent middle; the
 * others are loose at their margin, so that it is soft.
 */
function pebble(packing: number, draw: Draw): Solid {
  const flats = draw.integer(0, 4);
  const hollow = draw.chance(0.25);
  const dents = draw.chance(0.5) ? draw.integer(1, 2) : 0;
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(0.74, 1), draw.uniform(0.7, 0.97)],
    facets: Array.from({ length: flats }, () => ({
      normal: draw.direction(),
      offset: draw.uniform(0.7, 0.97),
    })),
    bites: Array.from({ length: dents }, () => ({
      at: scaled(draw.direction(), draw.uniform(1, 1.2)),
      radius: draw.uniform(0.35, 0.6),
    })),
    core: hollow
      ? { reach: draw.uniform(0.4, 0.75), filling: draw.uniform(0.3, 0.6) }
      : { reach: draw.uniform(0.64, 0.88), filling: 1 / looseness },
    texture: grainTexture(
      draw,
      hollow ? packing : packing * looseness * draw.uniform(1.1, 1.45),
      draw.uniform(0.1, 0.28),
      draw.uniform(0.45, 1.3),
      0.85,
    ),
  };
}

/** The margin of a pebble has so much of the packing of its middle. */
const looseness = 0.4;

/** Most smudges are thinner than the few that can be told one by one: together they are powder and haze. */
const thinlyPacked = (draw: Draw): number => 0.32 + 0.28 * power(draw.uniform(), 1.5);

/** A haze of microscopic spheres too small and too loose to be seen one by one: a group barely shows in a whole view. */
function smudge(packing: number, fullness: number, draw: Draw): Solid {
  const squash: Vector = [1, draw.uniform(0.5, 1), draw.uniform(0.45, 1)];
  const balls = Array.from({ length: draw.integer(9, 18) }, () => {
    const [x, y, z] = scaled(draw.direction(), power(draw.uniform(), 0.4));
    const at: Vector = [x * squash[0], y * squash[1], z * squash[2]];
    return { at, radiusMm: draw.uniform(0.225, 0.45) * fullness };
  });
  return {
    kind: 'cluster',
    balls,
    blendMm: 0.08,
    texture: grainTexture(draw, packing, 0.05, 0.55, 0.8),
  };
}

/**
 * Oxalate grows as plates: a few that cross in something dense, many loose ones in a smudge. As much of
 * their bulk is gaps as in a grain of apatite of that size, lest they make good in bulk what they lack in weight.
 */
function rosette(morphology: GrainMorphology, clearness: number, draw: Draw): Solid {
  const loose = morphology === 'amorphous' || morphology === 'coarse-heterogeneous';
  const plates = Array.from({ length: loose ? draw.integer(6, 14) : draw.integer(4, 8) }, () => ({
    at: scaled([draw.normal(), draw.normal(), draw.normal()], loose ? 0.38 : 0.14) as Vector,
    axes: anyAxes(draw),
    halfMm: [draw.uniform(0.35, 0.8), draw.uniform(0.3, 0.7), draw.uniform(0.08, 0.26)] as Vector,
  }));
  return { kind: 'plates', plates, packing: draw.uniform(0.38, 0.5) * clearness };
}
