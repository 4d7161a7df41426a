import { describe, expect, it } from 'vitest';
import { morphologyIds } from '../../../src/lexicon/index.ts';
import { planOf } from '../../../src/phantom/plan.ts';
import { growPhantom } from '../../../src/phantom/phantom.ts';
import { readRecipe, RecipeError } from '../../../src/phantom/recipe.ts';

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof RecipeError) return error.faults;
    throw error;
  }
  return [];
}

const punctate = { seed: 1, morphology: 'punctate' };

describe('a recipe that cannot be followed', () => {
  it.each([
    [
      'a seed as text',
      { ...punctate, seed: 'abc' },
      '`seed` must be a whole number from 0 to 4294967295; found "abc".',
    ],
    [
      'no seed',
      { morphology: 'round' },
      '`seed` is missing; it must be a whole number from 0 to 4294967295.',
    ],
    [
      'a million specks',
      { ...punctate, count: 1_000_000 },
      '`count` must be a whole number from 1 to 400; found 1000000.',
    ],
    [
      'a negative extent',
      { ...punctate, extentMm: -3 },
      '`extentMm` must be a length from 2 to 90 mm; found -3.',
    ],
    [
      'a rim of 5 µm radius',
      { seed: 1, morphology: 'rim', sizeMm: 0.01 },
      '`sizeMm` must be a length from 0.08 to 40 mm; found 0.01.',
    ],
    [
      'a rim thinner than a rim may be',
      { seed: 1, morphology: 'rim', sizeMm: 0.2 },
      '`sizeMm` must be from 1 to 40 mm (the diameter of the sphere) for rim; found 0.2 mm.',
    ],
    [
      'casts in the skin',
      { seed: 1, morphology: 'fine-linear', lesion: 'skin-calcification' },
      '`lesion` must be one of high-grade-dcis, regressed-dcis, invasive-carcinoma for fine-linear; found skin-calcification.',
    ],
    [
      'segmental popcorn',
      { seed: 1, morphology: 'coarse', distribution: 'segmental' },
      '`distribution` must be left out for coarse; found segmental.',
    ],
    [
      'a group of three',
      { seed: 1, morphology: 'dystrophic', distribution: 'grouped', count: 3 },
      '`count` must be at least 5 for a grouped distribution; found 3.',
    ],
    [
      'a group over 30 mm',
      { ...punctate, distribution: 'grouped', extentMm: 30 },
      '`extentMm` must be from 2 to 20 mm for punctate that is grouped; found 30 mm.',
    ],
    [
      'oxalate casts',
      { seed: 1, morphology: 'fine-linear', mineral: 'calcium-oxalate' },
      '`mineral` must be of hydroxyapatite, magnesium-hydroxyapatite for fine-linear; found calcium-oxalate.',
    ],
    [
      'shares beyond one',
      { ...punctate, mixture: { hydroxyapatite: 0.9, 'calcium-oxalate': 0.9 } },
      '`mixture` must be minerals with their shares, each share above 0 and at most 1, together 1; found {"hydroxyapatite":0.9,"calcium-oxalate":0.9}.',
    ],
    [
      'a place for a calcified artery',
      { seed: 1, morphology: 'vascular', site: { xMm: 30, yMm: 0, zMm: 0 } },
      '`site` must be left out for vascular: skin and arteries are where they are.',
    ],
    [
      'an unknown field',
      { ...punctate, colour: 'red' },
      /^`colour` is no field of a recipe; its fields are seed, /,
    ],
    ['no fields at all', 'punctate', 'A recipe must be a set of fields.'],
  ])('%s gives one sentence with the field and what it permits', (_, recipe, sentence) => {
    const faults = faultsOf(() => readRecipe(recipe));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('a lesion outside the breast says how far the breast reaches there', () => {
    const faults = faultsOf(() =>
      growPhantom({ ...punctate, breastSize: 'small', site: { xMm: 40, yMm: 100, zMm: 0 } }),
    );
    expect(faults[0]).toMatch(
      /^`site` must lie in this breast: at xMm 40 within the ellipse of yMm ±\d+ and zMm ±\d+ mm; found 40, 100, 0 mm\.$/,
    );
  });

  it('names two faults in two sentences', () => {
    expect(faultsOf(() => readRecipe({ ...punctate, seed: -1, ageYears: 12 }))).toHaveLength(2);
  });
});

describe('what a recipe leaves out', () => {
  it('is drawn from the seed, the same each time', () => {
    const recipe = readRecipe(punctate);
    expect(planOf(recipe)).toEqual(planOf(recipe));
    const ages = Array.from({ length: 40 }, (_, seed) => planOf({ ...recipe, seed }).ageYears);
    expect(new Set(ages).size).toBeGreaterThan(10);
  });

  it('does not move when another field is given', () => {
    const recipe = readRecipe(punctate);
    const { ageYears: _age, ...rest } = planOf(recipe);
    const { ageYears, ...others } = planOf({ ...recipe, ageYears: 71 });
    expect(ageYears).toBe(71);
    expect({ ...others, density: null }).toEqual({ ...rest, density: null });
  });

  it.each(morphologyIds)('is filled in with what %s allows', (morphology) => {
    for (let seed = 0; seed < 30; seed++) {
      const plan = planOf(readRecipe({ seed, morphology }));
      const { distribution, extentMm, count, lesion, sizeMm } = plan;
      expect(
        readRecipe({
          seed,
          morphology,
          count,
          lesion,
          sizeMm,
          ...(distribution && { distribution }),
          ...(extentMm && { extentMm }),
        }),
      ).toBeTruthy();
    }
  });
});
