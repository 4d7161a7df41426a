import type { LesionId, MineralId, MorphologyId } from '../../lexicon/index.ts';
import type { Anatomy } from '../anatomy.ts';
import type { Plan } from '../plan.ts';
import type { Site } from '../distribution/territory.ts';
import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import { habits } from '../habit.ts';
import { housingOf, type Part } from '../lesion.ts';
import { openNoise } from '../noise.ts';
import { sizedTo } from '../solid/size.ts';
import { type Axes, axesAlong, type Vector } from '../vector.ts';
import { isEven, nextSite } from './clumps.ts';
import {
  anyAxes,
  conspicuity,
  type Deposit,
  type Ground,
  isClear,
  madeSizesMm,
  sizeAbout,
} from './deposit.ts';
import { type GrainMorphology, grainShape, isGrainMorphology, sizeSpread } from './grain-shape.ts';

/**
 * Small grains: each in the lumen, acinus, cyst or stroma of the lesion. With the difficulty some are
 * of the look-alike's shape, never more than two in five.
 */
export function depositGrains(
  ground: Ground,
  mineralOf: (index: number) => MineralId,
  draw: Draw,
): Deposit[] {
  const { plan, anatomy } = ground;
  const inOneMass = housingOf(plan.lesion) === 'mass' && plan.distribution === 'grouped';
  const mass = inOneMass ? massAround(ground, draw) : undefined;
  const strangers = isGrainMorphology(plan.lookAlike)
    ? Math.round(plan.count * 0.4 * plan.difficulty)
    : 0;
  const evenly = isEven(plan);
  const clumps = draw.branch('clumps');
  const thickness = hazeOf(draw.branch('haze'));
  const deposits: Deposit[] = [];
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 40; tries++) {
    const index = deposits.length;
    const chance = draw.branch(tries);
    // Where grains lie evenly the first ones found clumps: strangers come to them.
    const strange = evenly ? index >= plan.count - strangers : index < strangers;
    const morphology: MorphologyId = strange ? plan.lookAlike : plan.morphology;
    if (!isGrainMorphology(morphology)) break;
    // A stranger is as large as the others, as far as its kind allows: its shape alone is strange.
    const own = sizeAbout(plan, plan.morphology, sizeSpread[morphology], chance);
    const spanMm = clamp(own, ...madeSizesMm(morphology));
    const site = nextSite(ground, deposits, chance, clumps);
    if (!isClear(deposits, site.at, spanMm / 2)) continue;
    const thick = morphology === 'amorphous' ? thickness(site.at) : 1;
    const clearness = conspicuity(plan) * filled(morphology, spanMm) * seenThrough(plan) * thick;
    const shape = grainShape(morphology, mineralOf(index), clearness, chance, evenly ? fuller : 1);
    const part = mass ?? partAround(site, spanMm, plan.lesion, anatomy, chance);
    deposits.push({
      morphology,
      at: site.at,
      axes: axesOf(morphology, chance),
      solid: sizedTo(shape, spanMm),
      spanMm,
      part,
      tdlu: site.tdlu,
    });
  }
  return deposits;
}

/**
 * How a grain lies. Splinters lie rather along the ducts, which run to the nipple, so that few are seen end on from
 * above or from the side: an assumption.
 */
function axesOf(morphology: GrainMorphology, draw: Draw): Axes {
  if (morphology !== 'fine-pleomorphic') return anyAxes(draw);
  const [x, y, z] = draw.direction();
  return axesAlong([x < 0 ? x - 0.5 : x + 0.5, y, z], draw.direction());
}

/**
 * How much of its usual packing a grain keeps: one larger than its kind mostly is has grown by loose
 * layers, so that it is no more opaque than those. An assumption, held to the contrast of real specks.
 */
function filled(morphology: GrainMorphology, spanMm: number): number {
  // A large splinter is long, and no looser than a short one.
  if (morphology === 'fine-pleomorphic') return 1;
  const [low, high] = habits[morphology].usualSizeMm;
  return Math.min(1, (low + high) / (2 * spanMm));
}

/**
 * How much more mineral a haze of grains holds in a breast of each density: as thin as in fat, nobody would find it
 * in dense tissue, and a case is no more difficult by its density than it says. An assumption.
 */
const hazeIn = { a: 1, b: 1, c: 1.4, d: 1.9 } as const;
const seenThrough = ({ morphology, density }: Plan): number =>
  morphology === 'amorphous' ? hazeIn[density] : 1;

/** A haze is thick here and thin there, so that it has no outline: how thick, about 1. An assumption. */
function hazeOf(draw: Draw): (at: Vector) => number {
  const noise = openNoise(draw.seed());
  return ([x, y, z]) => clamp(0.95 + 1.1 * noise(x / patchMm, y / patchMm, z / patchMm), 0.3, 1.5);
}
const patchMm = 1.3;

/**
 * Where the clumps of a row or of a whole breast have to be told one by one, the spheres of a smudge are
 * so much wider. An assumption, held like the other to the contrast of real specks.
 */
const fuller = 1.28;

/** The structure that a lesion makes around a grain: always wide enough for it. */
function partAround(
  site: Site,
  spanMm: number,
  lesion: LesionId,
  { tree }: Anatomy,
  draw: Draw,
): Part {
  const { at, lobe, tdlu } = site;
  const radiusMm = (spanMm / 2) * draw.uniform(1.08, 1.5);
  switch (housingOf(lesion)) {
    case 'lumen': {
      const calibre = tree.ducts[site.duct]?.toRadiusMm ?? 0;
      const widened = Math.max(radiusMm, calibre * draw.uniform(1, 1.8));
      return { kind: 'lumen', at, radiusMm: widened, ducts: [site.duct], lobe };
    }
    case 'cyst':
      return {
        kind: 'cyst',
        at,
        radiusMm: radiusMm * draw.uniform(1, 2),
        content: 'fluid',
        lining: lesion === 'apocrine-cyst' ? 'apocrine' : 'flat',
        lobe,
      };
    case 'mass':
      // Spread over more than a group, each grain has its own island of fibrous tissue.
      return {
        kind: 'mass',
        at,
        axes: anyAxes(draw),
        semiAxesMm: [radiusMm * 3, radiusMm * 2.4, radiusMm * 2],
        border: lesion === 'fibroadenoma' ? 'lobulated' : 'irregular',
        seed: draw.seed(),
      };
    case 'acinus':
      return { kind: 'acinus', at, radiusMm, tdlu, lobe };
  }
}

const massBorders: Partial<Record<LesionId, Extract<Part, { kind: 'mass' }>['border']>> = {
  fibroadenoma: 'lobulated',
  papilloma: 'smooth',
};

/** The mass that holds a whole group: as wide as the group and a rim about it. */
function massAround({ plan, territory }: Ground, draw: Draw): Part {
  const half = (plan.extentMm ?? 10) / 2 + 2;
  return {
    kind: 'mass',
    at: territory.at,
    axes: anyAxes(draw),
    semiAxesMm: [half * 1.3, half * 1.1, half * 0.95],
    border: massBorders[plan.lesion] ?? 'irregular',
    seed: draw.seed(),
  };
}
