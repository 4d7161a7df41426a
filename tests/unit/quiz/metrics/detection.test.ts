import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sensitivityAndSpecificity } from '../../../../src/quiz/metrics/decision.ts';
import {
  jafroc,
  locationSensitivity,
  type MarkedCase,
} from '../../../../src/quiz/metrics/jafroc.ts';
import { isSilent, z95 } from '../../../../src/quiz/metrics/measure.ts';
import { proportion } from '../../../../src/quiz/metrics/proportion.ts';
import { areaUnderCurve, type Rated, rocCurve } from '../../../../src/quiz/metrics/roc.ts';

describe('a proportion', () => {
  // R. G. Newcombe, Stat Med 1998;17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d has the interval that Newcombe prints', (hits, cases, low, high) => {
    const { interval } = proportion(hits, cases);
    expect(interval?.[0]).toBeCloseTo(low, 4);
    expect(interval?.[1]).toBeCloseTo(high, 4);
  });

  test('lies within its interval, which narrows with more cases', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, p) => {
          const one = proportion(Math.round(n * p), n);
          const [low, high] = one.interval ?? [1, 0];
          expect(low).toBeLessThanOrEqual(one.value + 1e-12);
          expect(high).toBeGreaterThanOrEqual(one.value - 1e-12);
          const [closer, upper] = proportion(Math.round(n * p) * 4, n * 4).interval ?? [0, 9];
          expect(upper - closer).toBeLessThan(high - low);
        },
      ),
    );
  });

  test('cannot be had of nothing', () => {
    expect(() => proportion(0, 0)).toThrow('0 of 0');
  });
});

describe('sensitivity and specificity', () => {
  const decisions = (taken: number, needing: number, left: number, others: number) => [
    ...Array.from({ length: needing }, (_, index) => ({ needed: true, biopsied: index < taken })),
    ...Array.from({ length: others }, (_, index) => ({ needed: false, biopsied: index >= left })),
  ];

  test('are told together, each with its cases', () => {
    const told = sensitivityAndSpecificity(decisions(9, 12, 15, 20));
    if (isSilent(told)) throw new Error(told.silent);
    expect(told.sensitivity).toMatchObject({ value: 0.75, cases: 12 });
    expect(told.specificity).toMatchObject({ value: 0.75, cases: 20 });
  });

  test('are both silent while one of them has too few cases', () => {
    expect(sensitivityAndSpecificity(decisions(9, 12, 5, 9))).toEqual({
      silent: 'Not enough cases that need none yet: 9 of 10.',
    });
    expect(isSilent(sensitivityAndSpecificity(decisions(1, 2, 20, 20)))).toBe(true);
  });
});

/** 109 CT images, one reader, ratings 1 to 5: J. A. Hanley and B. J. McNeil, Radiology 1982;143:29, table I. */
const images: Rated[] = (
  [
    [false, [33, 6, 6, 11, 2]],
    [true, [3, 2, 2, 11, 33]],
  ] as const
).flatMap(([positive, counts]) =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, () => ({ positive, rating: index + 1 })),
  ),
);

describe('the ROC curve', () => {
  test('of Hanley and McNeil’s reader has their area and error', () => {
    const area = areaUnderCurve(images);
    if (isSilent(area)) throw new Error(area.silent);
    expect(area.value).toBeCloseTo(0.893, 3);
    const [low, high] = area.interval ?? [0, 0];
    expect((high - low) / 2 / z95).toBeCloseTo(0.032, 3);
  });

  test('passes through the operating points of that reader', () => {
    expect(rocCurve(images)[1]).toEqual({ falsePositive: 2 / 58, truePositive: 33 / 51 });
    expect(rocCurve(images).at(-1)).toEqual({ falsePositive: 1, truePositive: 1 });
  });

  test('has under it, by trapezoids, the area that is told', () => {
    const rated = fc.array(
      fc.record({ rating: fc.integer({ min: 1, max: 6 }), positive: fc.boolean() }),
      { minLength: 40, maxLength: 80 },
    );
    fc.assert(
      fc.property(rated, (cases) => {
        const area = areaUnderCurve(cases);
        if (isSilent(area)) return;
        const points = rocCurve(cases);
        const trapezoids = points
          .slice(1)
          .reduce(
            (sum, { falsePositive, truePositive }, index) =>
              sum +
              ((falsePositive - (points[index]?.falsePositive ?? 0)) *
                (truePositive + (points[index]?.truePositive ?? 0))) /
                2,
            0,
          );
        expect(area.value).toBeCloseTo(trapezoids, 9);
      }),
    );
  });

  test('is silent with fewer than ten malignant cases', () => {
    expect(isSilent(areaUnderCurve(images.filter(({ positive }) => !positive)))).toBe(true);
  });
});

describe('the JAFROC figure of merit', () => {
  const normals = (ratings: readonly (readonly number[])[]): MarkedCase[] =>
    ratings.map((stray) => ({ lesions: [], stray }));

  test('is 1 where every lesion outranks every false mark, and one half where nothing is marked', () => {
    const cases = [
      ...Array.from({ length: 10 }, () => ({ lesions: [5], stray: [] })),
      ...normals(Array.from({ length: 10 }, () => [2, 3])),
    ];
    expect(jafroc(cases)).toMatchObject({ value: 1 });
    const blind = cases.map(({ lesions }) => ({ lesions: lesions.map(() => null), stray: [] }));
    expect(jafroc(blind)).toMatchObject({ value: 0.5 });
  });

  test('is the area under the AFROC curve, drawn by itself', () => {
    const rating = fc.integer({ min: 1, max: 5 });
    const cases = fc.tuple(
      fc.array(
        fc.record({
          lesions: fc.array(fc.option(rating), { minLength: 1, maxLength: 3 }),
          stray: fc.array(rating, { maxLength: 2 }),
        }),
        { minLength: 10, maxLength: 25 },
      ),
      fc.array(fc.array(rating, { maxLength: 3 }), { minLength: 10, maxLength: 25 }),
    );
    fc.assert(
      fc.property(cases, ([diseased, stray]) => {
        const merit = jafroc([...diseased, ...normals(stray)]);
        if (isSilent(merit)) throw new Error(merit.silent);
        const lesions = diseased.flatMap((each) => each.lesions);
        // From the strictest rating down: normal cases with a mark that high, lesions marked that high.
        const points = [6, 5, 4, 3, 2, 1].map((from) => ({
          x: stray.filter((marks) => marks.some((mark) => mark >= from)).length / stray.length,
          y: lesions.filter((mark) => mark !== null && mark >= from).length / lesions.length,
        }));
        const curve = [...points, { x: 1, y: 1 }];
        const area = curve
          .slice(1)
          .reduce(
            (sum, { x, y }, index) =>
              sum + ((x - (curve[index]?.x ?? 0)) * (y + (curve[index]?.y ?? 0))) / 2,
            0,
          );
        expect(merit.value).toBeCloseTo(area, 9);
      }),
    );
  });

  test('comes with the share of lesions found and the false marks a case', () => {
    const cases: MarkedCase[] = [
      { lesions: [3, null], stray: [1] },
      { lesions: [], stray: [2, 2] },
    ];
    expect(locationSensitivity(cases)).toEqual({ found: 1, lesions: 2, strayPerCase: 1.5 });
  });
});
