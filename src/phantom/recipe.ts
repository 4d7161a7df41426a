import { z } from '../lexicon/schema.ts';
import { distributionIds, lesionIds, mineralIds, morphologyIds } from '../lexicon/index.ts';
import { extentOf, groupMinimum, habits, needsFive, type Range } from './habit.ts';

/** The four breast densities of BI-RADS, from almost fat to extremely dense. */
export const densityIds = ['a', 'b', 'c', 'd'] as const;

/** What each field permits, in words: the end of every sentence about a fault. */
const permitted = {
  seed: 'a whole number from 0 to 4294967295',
  ageYears: 'a whole number from 25 to 95',
  density: 'one of a, b, c, d',
  breastSize: 'one of small, medium, large',
  side: 'one of left, right',
  morphology: `one of ${morphologyIds.join(', ')}`,
  distribution: `one of ${distributionIds.join(', ')}`,
  lesion: `one of ${lesionIds.join(', ')}`,
  site: 'three lengths in millimetres: xMm from 0 to 120, yMm and zMm from -110 to 110',
  mineral: `one of ${mineralIds.join(', ')}`,
  mixture: 'minerals with their shares, each share above 0 and at most 1, together 1',
  count: 'a whole number from 1 to 400',
  sizeMm: 'a length from 0.08 to 40 mm',
  extentMm: 'a length from 2 to 90 mm',
  difficulty: 'a number from 0 (plain) to 1 (hardly to be told from its look-alike)',
  lookAlike: `one of ${morphologyIds.join(', ')}`,
} as const;

const sideways = z.number().min(-110).max(110);

/**
 * What an author writes to get a patient. Only the seed and the morphology are needed; what is left
 * out is drawn from the seed.
 */
export const recipeSchema = z.strictObject({
  seed: z.number().int().min(0).max(0xffffffff).meta({ title: 'seed' }),
  ageYears: z.number().int().min(25).max(95).optional().meta({ title: 'age in years' }),
  density: z.enum(densityIds).optional().meta({ title: 'breast density' }),
  breastSize: z.enum(['small', 'medium', 'large']).optional().meta({ title: 'size of the breast' }),
  side: z.enum(['left', 'right']).optional().meta({ title: 'side' }),
  morphology: z.enum(morphologyIds).meta({ title: 'morphology' }),
  distribution: z.enum(distributionIds).optional().meta({ title: 'distribution' }),
  lesion: z.enum(lesionIds).optional().meta({ title: 'lesion' }),
  site: z
    .strictObject({ xMm: z.number().min(0).max(120), yMm: sideways, zMm: sideways })
    .optional()
    .meta({ title: 'centre of the lesion: x from the chest wall forward, y lateral, z up' }),
  mineral: z.enum(mineralIds).optional().meta({ title: 'mineral' }),
  mixture: z
    .partialRecord(z.enum(mineralIds), z.number().gt(0).max(1))
    .refine((shares) => Math.abs(Object.values(shares).reduce((a, b) => a + b, 0) - 1) < 1e-6)
    .optional()
    .meta({ title: 'minerals with their shares of the specks' }),
  count: z.number().int().min(1).max(400).optional().meta({ title: 'number of specks' }),
  sizeMm: z.number().min(0.08).max(40).optional().meta({ title: 'typical size of a speck' }),
  extentMm: z.number().min(2).max(90).optional().meta({ title: 'greatest dimension of the area' }),
  difficulty: z.number().min(0).max(1).optional().meta({ title: 'difficulty' }),
  lookAlike: z.enum(morphologyIds).optional().meta({ title: 'morphology to be taken for' }),
});

/** A recipe for a patient. */
export type Recipe = z.infer<typeof recipeSchema>;

/** A recipe that cannot be followed; the message holds one sentence for each fault. */
export class RecipeError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join(' '));
    this.name = 'RecipeError';
    this.faults = faults;
  }
}

/** Reads a recipe. Throws a RecipeError whose sentences name each field and what it permits. */
export function readRecipe(data: unknown): Recipe {
  const parsed = recipeSchema.safeParse(data);
  const faults = parsed.success
    ? combinationFaults(parsed.data)
    : [...new Set(parsed.error.issues.map((issue) => fieldFault(issue, data)))];
  if (faults.length > 0 || !parsed.success) throw new RecipeError(faults);
  return parsed.data;
}

function fieldFault(issue: z.core.$ZodIssue, data: unknown): string {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    return `\`${issue.keys.join('`, `')}\` is no field of a recipe; its fields are ${Object.keys(permitted).join(', ')}.`;
  }
  const field = issue.path[0];
  if (typeof field !== 'string' || !(field in permitted))
    return 'A recipe must be a set of fields.';
  const found = (data as Record<string, unknown>)[field];
  const must = permitted[field as keyof typeof permitted];
  return found === undefined
    ? `\`${field}\` is missing; it must be ${must}.`
    : `\`${field}\` must be ${must}; found ${JSON.stringify(found)}.`;
}

/** What each field allows alone but the morphology does not. */
function combinationFaults(recipe: Recipe): string[] {
  const { morphology, distribution, lesion, count, sizeMm, extentMm, lookAlike } = recipe;
  const habit = habits[morphology];
  const faults: string[] = [];
  const refuse = (field: string, found: unknown, must: string) =>
    faults.push(`\`${field}\` must be ${must} for ${morphology}; found ${found}.`);

  if (lesion && !habit.lesions.includes(lesion)) {
    refuse('lesion', lesion, `one of ${habit.lesions.join(', ')}`);
  }
  if (distribution && !habit.arrangements.includes(distribution)) {
    const named = habit.arrangements.filter((arrangement) => arrangement !== 'alone');
    refuse(
      'distribution',
      distribution,
      named.length > 0 ? `one of ${named.join(', ')}` : 'left out',
    );
  }
  const minerals = recipe.mixture
    ? (Object.keys(recipe.mixture) as (keyof typeof recipe.mixture)[])
    : recipe.mineral
      ? [recipe.mineral]
      : [];
  for (const mineral of minerals) {
    if (!habit.minerals.includes(mineral)) {
      refuse(recipe.mixture ? 'mixture' : 'mineral', mineral, `of ${habit.minerals.join(', ')}`);
    }
  }
  if (recipe.mixture && recipe.mineral) {
    faults.push('`mineral` must be left out where `mixture` is given; found both.');
  }
  if (count !== undefined && outside(count, habit.count)) {
    refuse('count', count, `from ${habit.count[0]} to ${habit.count[1]}`);
  }
  const fewForGroup = distribution && needsFive(distribution) && habit.count[0] < groupMinimum;
  if (fewForGroup && count !== undefined && count < groupMinimum) {
    faults.push(
      `\`count\` must be at least ${groupMinimum} for a ${distribution} distribution; found ${count}.`,
    );
  }
  if (sizeMm !== undefined && outside(sizeMm, habit.sizeMm)) {
    refuse(
      'sizeMm',
      `${sizeMm} mm`,
      `from ${habit.sizeMm[0]} to ${habit.sizeMm[1]} mm (${habit.sizeOf})`,
    );
  }
  const arrangement = distribution ?? (extentMm === undefined ? undefined : habit.arrangements[0]);
  const extents = arrangement && extentOf(habit, arrangement);
  if (extentMm !== undefined && arrangement && !extents) {
    faults.push(
      `\`extentMm\` must be left out for ${morphology} that is ${arrangement}; found ${extentMm}.`,
    );
  } else if (extentMm !== undefined && extents && outside(extentMm, extents.allowed)) {
    const [least, most] = extents.allowed;
    faults.push(
      `\`extentMm\` must be from ${least} to ${most} mm for ${morphology} that is ${arrangement}; found ${extentMm} mm.`,
    );
  }
  if (recipe.site && (morphology === 'skin' || morphology === 'vascular')) {
    faults.push(
      `\`site\` must be left out for ${morphology}: skin and arteries are where they are.`,
    );
  }
  if (recipe.site && distribution === 'diffuse') {
    faults.push('`site` must be left out for a diffuse distribution: it has no middle.');
  }
  if (lookAlike === morphology) refuse('lookAlike', lookAlike, 'another morphology');
  return faults;
}

const outside = (value: number, [least, most]: Range) => value < least || value > most;
