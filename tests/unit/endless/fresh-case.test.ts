import { describe, expect, test } from 'vitest';
import {
  canBeAsked,
  drillIn,
  drills,
  freshCase,
  itemOf,
  linkTo,
  seedIn,
  seedLimit,
} from '../../../src/endless/fresh-case.ts';
import { morphologyIds } from '../../../src/lexicon/index.ts';
import { readRecipe } from '../../../src/phantom/index.ts';
import { judge, keyOf } from '../../../src/quiz/item.ts';
import type { ViewTruth } from '../../../src/radiography/truth/view-truth.ts';

const seeds = Array.from({ length: 600 }, (_, index) => (index * 2654435761) % seedLimit);

/** The truth of a view with two grains, of which one is seen. */
const truth = {
  specks: [
    { mineral: 'hydroxyapatite', hostWords: 'a lumen of a duct', visible: true },
    { mineral: 'hydroxyapatite', hostWords: 'a lumen of a duct', visible: false },
  ],
  measures: { smallestMm: 0.21, largestMm: 0.38, extentMm: 7.4 },
} as unknown as ViewTruth;

describe('a fresh case', () => {
  test('follows from its number alone', () => {
    for (const seed of seeds.slice(0, 20)) expect(freshCase(seed)).toEqual(freshCase(seed));
  });

  test('is one of any word of the lexicon, and none is much rarer than another', () => {
    const drawn = seeds.map((seed) => freshCase(seed).morphology);
    for (const id of morphologyIds) {
      const share = drawn.filter((each) => each === id).length / drawn.length;
      expect(share, id).toBeGreaterThan(0.5 / morphologyIds.length);
      expect(share, id).toBeLessThan(2 / morphologyIds.length);
    }
  });

  test('has a recipe that can be followed', () => {
    for (const seed of seeds.slice(0, 100))
      expect(readRecipe(freshCase(seed).order.recipe)).toMatchObject({ seed });
  });

  test('is seen from the side whenever sediment must be told, and at times otherwise', () => {
    const cases = seeds.map((seed) => freshCase(seed));
    const fromTheSide = cases.filter(({ order }) => order.view === 'magnification-ml');
    for (const { morphology, order } of cases)
      if (morphology === 'milk-of-calcium') expect(order.view).toBe('magnification-ml');
    const others = fromTheSide.filter(({ morphology }) => morphology !== 'milk-of-calcium');
    expect(others.length).toBeGreaterThan(fromTheSide.length / 2);
  });

  test('is asked only where something can be seen', () => {
    expect(canBeAsked(truth)).toBe(true);
    expect(canBeAsked({ ...truth, specks: truth.specks.slice(1) })).toBe(false);
  });
});

describe('a drill', () => {
  test.each(drills)(
    'of %s and %s has either, from one side, by recipes that can be followed',
    (...of) => {
      const cases = seeds.slice(0, 60).map((seed) => freshCase(seed, of));
      expect(new Set(cases.map(({ morphology }) => morphology))).toEqual(new Set(of));
      for (const { order } of cases) expect(readRecipe(order.recipe)).toBeDefined();
      if (of.includes('milk-of-calcium'))
        expect(new Set(cases.map(({ order }) => order.view))).toEqual(
          new Set(['magnification-ml']),
        );
    },
  );

  test('is named by the link to its cases', () => {
    for (const of of drills) expect(drillIn(linkTo(freshCase(5, of)))).toEqual(of);
    expect(drillIn(linkTo(freshCase(5)))).toBeUndefined();
    expect(drillIn('?words=round-or-nonsense')).toBeUndefined();
  });

  test('asks for one of two words, under a name of its own in the log', () => {
    const [of] = drills as [(typeof drills)[number]];
    const item = itemOf(freshCase(5, of), truth, () => '/');
    expect('options' in item.asked && item.asked.options).toHaveLength(2);
    expect(item.id).toBe(`drill-${of.join('-or-')}-5`);
  });
});

describe('its question', () => {
  const one = freshCase(12345);
  const item = itemOf(one, truth, (term) => `/descriptors/${term}/`);

  test('offers every word and tells nothing before the answer', () => {
    expect(item.asked).toMatchObject({ kind: 'single-choice' });
    expect('options' in item.asked && item.asked.options).toHaveLength(morphologyIds.length);
    expect(item.id).toBe('endless-12345');
    expect(JSON.stringify(item.asked)).not.toContain('lumen');
    expect(item.key).not.toContain(one.morphology);
  });

  test('earns all for the word of the recipe, and tells what was put into the breast', () => {
    const right = morphologyIds.indexOf(one.morphology);
    expect(judge(item.asked, keyOf(item), [right]).credit).toBe(1);
    expect(keyOf(item)).toMatchObject({
      category: `morphology:${one.morphology}`,
      explanation:
        '2 calcifications of hydroxyapatite, of which 1 can be seen here: 0.21 to 0.38\u202fmm in size, over 7.4\u202fmm. Each lies in a lumen of a duct. The marks show where.',
    });
  });
});

test.each([
  ['?case=12345', 12345],
  ['?case=0', 0],
  ['?case=4294967295', 4294967295],
  ['?case=4294967296', undefined],
  ['?case=-1', undefined],
  ['?case=1e3', undefined],
  ['?case=<script>', undefined],
  ['', undefined],
])('the link %s names the case %s', (query, seed) => {
  expect(seedIn(query)).toBe(seed);
});

test('the link to a case names it', () => {
  for (const seed of seeds.slice(0, 20)) expect(seedIn(linkTo(freshCase(seed)))).toBe(seed);
});
