import type { LesionId, MineralId, MorphologyId } from '../../lexicon/index.ts';
import type { Anatomy } from '../anatomy.ts';
import type { Site } from '../distribution/territory.ts';
import type { Draw } from '../draw.ts';
import { housingOf, type Part } from '../lesion.ts';
import { sizedTo } from '../solid/size.ts';
import { anyAxes, conspicuity, type Deposit, type Ground, isClear, sizeAbout } from './deposit.ts';
import { grainShape, isGrainMorphology, sizeSpread } from './grain-shape.ts';

/**
 * Small grains: each in the lumen, acinus, cyst or stroma of the lesion. With the difficulty some are
 * of the look-alike's shape, never more than two in five.
 */
export function depositGrains(
  ground: Ground,
  mineralOf: (index: number) => MineralId,
  draw: Draw,
): Deposit[] {
  const { plan, territory, anatomy } = ground;
  const inOneMass = housingOf(plan.lesion) === 'mass' && plan.distribution === 'grouped';
  const mass = inOneMass ? massAround(ground, draw) : undefined;
  const strangers = isGrainMorphology(plan.lookAlike)
    ? Math.round(plan.count * 0.4 * plan.difficulty)
    : 0;
  const deposits: Deposit[] = [];
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 40; tries++) {
    const index = deposits.length;
    const chance = draw.branch(tries);
    const morphology: MorphologyId = index < strangers ? plan.lookAlike : plan.morphology;
    if (!isGrainMorphology(morphology)) break;
    const spanMm = sizeAbout(plan, morphology, sizeSpread[morphology], chance);
    const site = territory.site(chance);
    if (!isClear(deposits, site.at, spanMm / 2)) continue;
    const shape = grainShape(morphology, mineralOf(index), conspicuity(plan), chance);
    const part = mass ?? partAround(site, spanMm, plan.lesion, anatomy, chance);
    deposits.push({
      morphology,
      at: site.at,
      axes: anyAxes(chance),
      solid: sizedTo(shape, spanMm),
      spanMm,
      part,
      tdlu: site.tdlu,
    });
  }
  return deposits;
}

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
    semiAxesMm: [half * 1.15, half * 1.05, half],
    border: massBorders[plan.lesion] ?? 'irregular',
    seed: draw.seed(),
  };
}
