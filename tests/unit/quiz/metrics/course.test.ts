import { describe, expect, test } from 'vitest';
import { brier, reliability } from '../../../../src/quiz/metrics/calibration.ts';
import { median, medianSeconds, medianSlope, trend } from '../../../../src/quiz/metrics/course.ts';
import { isSilent } from '../../../../src/quiz/metrics/measure.ts';

describe('calibration', () => {
  // The example of scikit-learn’s documentation of brier_score_loss, five times over.
  const forecasts = Array.from({ length: 5 }, () => [
    { chance: 0.1, happened: false },
    { chance: 0.9, happened: true },
    { chance: 0.8, happened: true },
    { chance: 0.3, happened: false },
  ]).flat();

  test('has the Brier score of scikit-learn’s example', () => {
    expect(brier(forecasts)).toMatchObject({ value: expect.closeTo(0.0375, 9), cases: 20 });
  });

  test('is silent below twenty answers', () => {
    expect(brier(forecasts.slice(0, 19))).toEqual({
      silent: 'Not enough answers with a certainty yet: 19 of 20.',
    });
  });

  test('is drawn from what came true where each chance was said', () => {
    const points = reliability(forecasts);
    expect(points.map(({ said }) => said)).toEqual([
      expect.closeTo(0.1),
      expect.closeTo(0.3),
      expect.closeTo(0.85),
    ]);
    expect(points.map(({ happened }) => happened.value)).toEqual([0, 0, 1]);
  });
});

describe('the course of a learner', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[], undefined],
  ])('the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('the median time is told in seconds, of ten answers or more', () => {
    expect(medianSeconds([9000])).toEqual({ silent: 'Not enough timed answers yet: 1 of 10.' });
    expect(medianSeconds(Array.from({ length: 11 }, (_, index) => index * 1000))).toMatchObject({
      value: 5,
    });
  });

  test('the median slope is that of Sen’s example, at his 93%', () => {
    const x = [1, 2, 3, 4, 10, 12, 18];
    const y = [9, 15, 19, 20, 45, 55, 78];
    // As SciPy’s own test of `theilslopes` has it: 4, from 3.71 to 4.38.
    const fitted = medianSlope(
      x.map((each, index) => ({ x: each, y: y[index] ?? 0 })),
      1.8119,
    );
    expect(fitted?.slope).toBe(4);
    expect(fitted?.interval[0]).toBeCloseTo(3.71, 2);
    expect(fitted?.interval[1]).toBeCloseTo(4.38, 2);
  });

  test('a learner who improves by a tenth every hundred answers is told so', () => {
    const credits = Array.from({ length: 400 }, (_, index) => (index % 2) / 2 + index / 1000);
    const measure = trend(credits);
    if (isSilent(measure)) throw new Error(measure.silent);
    expect(measure.value).toBeCloseTo(0.1, 6);
  });

  test('the trend is silent below eighty answers, and quick with a hundred thousand', () => {
    expect(isSilent(trend(Array.from({ length: 79 }, () => 1)))).toBe(true);
    expect(trend(Array.from({ length: 100_000 }, () => 1))).toMatchObject({ value: 0 });
  });
});
