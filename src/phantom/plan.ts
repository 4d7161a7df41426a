import type { DistributionId, LesionId, MineralId, MorphologyId } from '../lexicon/index.ts';
import type { BreastSize } from './breast.ts';
import { isGrainMorphology } from './calcification/grain-shape.ts';
import type { Draw } from './draw.ts';
import { type Arrangement, extentOf, groupMinimum, habits, needsFive } from './habit.ts';
import { openPatient } from './position.ts';
import type { densityIds, Recipe } from './recipe.ts';

/** A recipe with everything filled in that it left out. The same recipe always gives the same plan. */
export interface Plan {
  readonly seed: number;
  readonly ageYears: number;
  readonly density: (typeof densityIds)[number];
  readonly breastSize: BreastSize;
  readonly side: 'left' | 'right';
  readonly morphology: MorphologyId;
  /** Null where the calcifications lie alone, for which the lexicon has no distribution. */
  readonly distribution: DistributionId | null;
  readonly lesion: LesionId;
  /** Where the recipe wants the lesion; null leaves it to the anatomy. */
  readonly site: { readonly xMm: number; readonly yMm: number; readonly zMm: number } | null;
  /** Minerals with their shares of the specks; the shares add up to 1. */
  readonly minerals: readonly { readonly mineral: MineralId; readonly share: number }[];
  readonly count: number;
  /** Whether the recipe asked for that number; else fewer will do where there is less room. */
  readonly countAsked: boolean;
  /** The typical size; what it measures depends on the morphology. */
  readonly sizeMm: number;
  /** Greatest dimension of the area; null where the arrangement has none. */
  readonly extentMm: number | null;
  readonly difficulty: number;
  readonly lookAlike: MorphologyId;
}

/** Lesions in which oxalate is common. */
const oxalateLesions: readonly LesionId[] = ['apocrine-cyst', 'simple-cyst'];

/** The ages at which a lesion usually calcifies; other lesions take those of screening. */
const usualAge: Partial<Record<LesionId, readonly [number, number]>> = {
  fibroadenoma: [42, 66],
  'duct-ectasia': [58, 80],
  'arterial-calcification': [58, 82],
};

/** Fills a recipe in with seeded draws. Every field has its own stream, so that none moves another. */
export function planOf(recipe: Recipe): Plan {
  const patient = openPatient(recipe.seed).branch('plan');
  const habit = habits[recipe.morphology];
  const field = (name: keyof Recipe): Draw => patient.branch(name);
  const lesion = recipe.lesion ?? usually(habit.lesions, field('lesion'));
  const arrangement: Arrangement =
    recipe.distribution ??
    (recipe.extentMm === undefined
      ? usually(habit.arrangements, field('distribution'))
      : habit.arrangements[0]);
  const [youngest, oldest] = usualAge[lesion] ?? [45, 74];
  const ageYears = recipe.ageYears ?? field('ageYears').integer(youngest, oldest);
  const extents = extentOf(habit, arrangement);
  const extentMm = extents
    ? (recipe.extentMm ?? field('extentMm').uniform(...extents.usual))
    : null;
  return {
    seed: recipe.seed,
    ageYears,
    density:
      recipe.density ?? field('density').pick(ageYears < 55 ? youngerDensities : olderDensities),
    breastSize:
      recipe.breastSize ?? field('breastSize').pick(['small', 'medium', 'medium', 'large']),
    side: recipe.side ?? field('side').pick(['left', 'right']),
    morphology: recipe.morphology,
    distribution: arrangement === 'alone' ? null : arrangement,
    lesion,
    site: recipe.site ?? null,
    minerals: mineralsOf(recipe, lesion),
    count: recipe.count ?? usualCount(recipe.morphology, arrangement, extentMm, field('count')),
    countAsked: recipe.count !== undefined,
    sizeMm: recipe.sizeMm ?? field('sizeMm').uniform(...habit.usualSizeMm),
    extentMm,
    difficulty: recipe.difficulty ?? 0.3,
    lookAlike: recipe.lookAlike ?? habit.lookAlike,
  };
}

function mineralsOf(recipe: Recipe, lesion: LesionId): Plan['minerals'] {
  if (recipe.mixture) {
    return Object.entries(recipe.mixture).map(([mineral, share]) => ({
      mineral: mineral as MineralId,
      share,
    }));
  }
  const oxalate: MineralId = 'calcium-oxalate';
  const leaning =
    oxalateLesions.includes(lesion) && habits[recipe.morphology].minerals.includes(oxalate);
  return [{ mineral: recipe.mineral ?? (leaning ? oxalate : 'hydroxyapatite'), share: 1 }];
}

/** Wide arrangements hold more, a group more than five, and a line of casts one every few millimetres. */
function usualCount(
  morphology: MorphologyId,
  arrangement: Arrangement,
  extentMm: number | null,
  draw: Draw,
): number {
  const { count, usualCount: usual } = habits[morphology];
  if (morphology === 'fine-linear' && arrangement === 'linear') {
    return Math.max(5, Math.round((extentMm ?? 20) / 2.8));
  }
  const times = timesTheUsual(morphology, arrangement);
  const least = arrangement === 'diffuse' ? 8 : needsFive(arrangement) ? groupMinimum + 1 : 1;
  return Math.min(Math.max(draw.integer(...usual) * times, least), count[1]);
}

/** How many times as many as a group other arrangements hold: so many that their shape can be seen. */
function timesTheUsual(morphology: MorphologyId, arrangement: Arrangement): number {
  const evenly = isGrainMorphology(morphology) ? timesForGrains[arrangement] : undefined;
  // Of smudges half are told or fewer.
  if (evenly) return morphology === 'amorphous' ? 2 * evenly : evenly;
  return timesForAny[arrangement] ?? 1;
}

/** Grains have no direction of their own: a row and a whole breast take more of them. */
const timesForGrains: Partial<Record<Arrangement, number>> = { diffuse: 4, linear: 2 };

const timesForAny: Partial<Record<Arrangement, number>> = { diffuse: 2, regional: 3, segmental: 3 };

/** The first of a list two times in three, else any of it. */
function usually<T>(list: readonly [T, ...T[]], draw: Draw): T {
  return draw.chance(2 / 3) ? list[0] : draw.pick(list);
}

const youngerDensities: readonly Plan['density'][] = ['a', 'b', 'b', 'b', 'c', 'c', 'c', 'd'];
const olderDensities: readonly Plan['density'][] = ['a', 'a', 'b', 'b', 'b', 'b', 'c', 'c'];
