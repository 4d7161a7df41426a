import { depthUnderSkinMm } from '../breast.ts';
import type { Draw } from '../draw.ts';
import type { Range } from '../habit.ts';
import type { Part } from '../lesion.ts';
import { sizedTo } from '../solid/size.ts';
import type { Solid } from '../solid/solid.ts';
import { moved, scaled, type Vector } from '../vector.ts';
import {
  anyAxes,
  conspicuity,
  type Deposit,
  type Ground,
  isClear,
  madeSizesMm,
  sizeAbout,
} from './deposit.ts';
import { dystrophicShape } from './dystrophic-shape.ts';
import { popcornShape } from './popcorn-shape.ts';
import { leastHalfAxis, rimShape } from './rim-shape.ts';

/** Rims: thin shells on oil cysts or cysts, the first the largest, none cutting into another. */
export function depositRims(ground: Ground, draw: Draw): Deposit[] {
  const oil = ground.plan.lesion === 'fat-necrosis';
  return depositPieces(ground, draw, {
    spread: 0.3,
    smaller: [0.25, 0.95],
    apart: 1.15,
    shape: rimShape,
    part: ({ at, spanMm }, lobe) => ({
      kind: 'cyst',
      at,
      // What it holds lies within the shell, however that lies.
      radiusMm: (spanMm / 2) * leastHalfAxis,
      content: oil ? 'oil' : 'fluid',
      lining: oil ? 'fibrous' : 'flat',
      lobe,
    }),
  });
}

/** A fibroadenoma that holds popcorn is at least so large as if its mineral were of half this width. */
const leastHalfMm = 2.6;

/** Popcorn: blobs that coalesce in the hyaline stroma of an involuting fibroadenoma. */
export function depositPopcorn(ground: Ground, draw: Draw): Deposit[] {
  return depositPieces(ground, draw, {
    spread: 0.12,
    smaller: [0.45, 0.95],
    apart: 1.7,
    shape: popcornShape,
    part: ({ at, spanMm, axes }, _lobe, chance) => ({
      kind: 'mass',
      at,
      axes,
      semiAxesMm: scaled(
        [1.85, 1.6, 1.4],
        Math.max(spanMm / 2, leastHalfMm) * chance.uniform(0.95, 1.3),
      ) as Vector,
      border: 'lobulated',
      seed: chance.seed(),
    }),
  });
}

/** A smaller piece lies in as much scar or dead fat as one of this size. */
const leastScarMm = 2.6;

/** Dystrophic: irregular plaques and lumps in scar or dead fat, often with a lucent middle. */
export function depositDystrophic(ground: Ground, draw: Draw): Deposit[] {
  return depositPieces(ground, draw, {
    spread: 0.34,
    smaller: [0.45, 0.95],
    apart: 1.1,
    shape: dystrophicShape,
    part: ({ at, spanMm, axes }, _lobe, chance) => ({
      kind: 'mass',
      at,
      axes,
      semiAxesMm: scaled([1.5, 1.25, 1.05], Math.max(spanMm, leastScarMm)) as Vector,
      border: 'irregular',
      seed: chance.seed(),
    }),
  });
}

interface PieceKind {
  /** Deviation of the logarithm of the sizes. */
  readonly spread: number;
  /** How large pieces after the first are, as parts of it, before their sizes spread. */
  readonly smaller: Range;
  /** How far apart two pieces keep, in terms of their sizes. */
  readonly apart: number;
  shape(spanMm: number, clearness: number, draw: Draw): Solid;
  part(piece: Pick<Deposit, 'at' | 'spanMm' | 'axes'>, lobe: number, draw: Draw): Part;
}

/** A few large pieces: in the territory if there is one, else side by side about the middle. */
function depositPieces(
  { plan, anatomy, territory }: Ground,
  draw: Draw,
  kind: PieceKind,
): Deposit[] {
  const deposits: Deposit[] = [];
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 80; tries++) {
    const chance = draw.branch(tries);
    const first = deposits.length === 0;
    const smaller = first ? 1 : chance.uniform(...kind.smaller);
    const wanted = sizeAbout(plan, plan.morphology, first ? 0.04 : kind.spread, chance);
    const spanMm = Math.max(wanted * smaller, madeSizesMm(plan.morphology)[0]);
    const site = territory.site(chance);
    const reach = plan.sizeMm * kind.apart * Math.sqrt(plan.count);
    const alone = first
      ? territory.at
      : moved(territory.at, chance.direction(), chance.uniform(0.5, 1) * reach);
    const at = plan.distribution === null ? alone : site.at;
    const fits = depthUnderSkinMm(anatomy.breast, at) > spanMm / 2 + 2 && at[0] > spanMm / 2 + 2;
    if (!fits || !isClear(deposits, at, (spanMm / 2) * kind.apart)) continue;
    const axes = anyAxes(chance);
    deposits.push({
      morphology: plan.morphology,
      at,
      axes,
      solid: sizedTo(kind.shape(spanMm, conspicuity(plan), chance), spanMm),
      spanMm,
      part: kind.part({ at, spanMm, axes }, site.lobe, chance),
      tdlu: null,
    });
  }
  return deposits;
}
