import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confusionOf, mostConfused } from '../../../../src/quiz/metrics/confusion.ts';
import { kappa, type Weights } from '../../../../src/quiz/metrics/kappa.ts';
import { isSilent } from '../../../../src/quiz/metrics/measure.ts';

const table = (terms: readonly string[], counts: readonly (readonly number[])[]) => ({
  terms,
  counts,
  total: counts.flat().reduce((sum, each) => sum + each, 0),
});

/** Two radiologists, 85 mammograms: the example of Stata’s manual for `kap`, from Boyd et al. 1982. */
const mammograms = table(
  ['normal', 'benign', 'suspect', 'cancer'],
  [
    [21, 12, 0, 0],
    [4, 17, 1, 0],
    [3, 9, 15, 2],
    [0, 0, 0, 1],
  ],
);

/** 91 couples: A. Agresti, Categorical Data Analysis; errors as printed by `Kappa` of R’s package vcd. */
const couples = table(
  ['never', 'fairly often', 'very often', 'almost always'],
  [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ],
);

const told = (counts: typeof mammograms, weights?: Weights) => {
  const measure = kappa(counts, weights);
  if (isSilent(measure)) throw new Error(measure.silent);
  return measure;
};

describe('kappa', () => {
  test.each([
    ['exact', 0.4728],
    ['linear', 0.5684],
    ['quadratic', 0.6714],
  ] as const)('of two radiologists, %s weights, is what Stata prints', (weights, value) => {
    expect(told(mammograms, weights).value).toBeCloseTo(value, 4);
  });

  test.each([
    ['exact', 0.1293, 0.0686],
    ['linear', 0.2374, 0.0783],
  ] as const)(
    'of the couples has, with %s weights, the error that R prints',
    (weights, value, error) => {
      const measure = told(couples, weights);
      expect(measure.value).toBeCloseTo(value, 4);
      const [low, high] = measure.interval ?? [0, 0];
      expect((high - low) / 2 / 1.959964).toBeCloseTo(error, 4);
    },
  );

  test('is silent below twenty answers, and where all are the same', () => {
    expect(
      kappa(
        table(
          ['a', 'b'],
          [
            [5, 2],
            [2, 5],
          ],
        ),
      ),
    ).toEqual({
      silent: 'Not enough answers to compare yet: 14 of 20.',
    });
    expect(
      isSilent(
        kappa(
          table(
            ['a', 'b'],
            [
              [30, 0],
              [0, 0],
            ],
          ),
        ),
      ),
    ).toBe(true);
  });

  test('is 1 for full agreement and never more', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        fc.constantFrom<Weights>('exact', 'linear', 'quadratic'),
        (counts, weights) => {
          const measure = kappa(table(['a', 'b', 'c'], counts), weights);
          if (!isSilent(measure)) expect(measure.value).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
    expect(
      told(
        table(
          ['a', 'b'],
          [
            [10, 0],
            [0, 15],
          ],
        ),
      ).value,
    ).toBeCloseTo(1, 12);
  });
});

test('answers are counted by truth, and what is mixed up most is told first', () => {
  const pairs = [
    ['amorphous', 'punctate'],
    ['punctate', 'amorphous'],
    ['amorphous', 'amorphous'],
    ['rim', 'punctate'],
    ['amorphous', 'unknown'],
  ].map(([truth = '', answer = '']) => ({ truth, answer }));
  const confusion = confusionOf(pairs, ['amorphous', 'punctate', 'rim']);
  expect(confusion.counts).toEqual([
    [1, 1, 0],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  expect(confusion.total).toBe(4);
  expect(mostConfused(confusion)).toEqual([
    { terms: ['amorphous', 'punctate'], times: 2 },
    { terms: ['punctate', 'rim'], times: 1 },
  ]);
});
