import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Certainty,
  certaintyIds,
  certaintyPoints,
  certaintySentence,
} from '../../../../src/quiz/scoring/certainty.ts';

test.each([
  [1, 1, 0],
  [2, 2, -2],
  [3, 3, -6],
] as const)('certainty %d gains %d when right and %d when wrong', (certainty, right, wrong) => {
  expect(certaintyPoints(1, certainty)).toBe(right);
  expect(certaintyPoints(0, certainty)).toBe(wrong);
});

test('saying what one believes pays best at every chance of being right', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      const honest: Certainty = chance < 2 / 3 ? 1 : chance < 4 / 5 ? 2 : 3;
      const expected = certaintyIds.map((each) => certaintyPoints(chance, each));
      expect(certaintyPoints(chance, honest)).toBeGreaterThanOrEqual(Math.max(...expected) - 1e-9);
    }),
  );
});

test.each([
  [1, 3, 'You were very sure, and right: +3 of 3 points.'],
  [1, 2, 'You were fairly sure, and right: +2 of 3 points.'],
  [1, 1, 'You were hardly sure, and right: +1 of 3 points.'],
  [0.5, 3, 'You were very sure, and partly right: −1.5 points.'],
  [0.75, 2, 'You were fairly sure, and partly right: +1 of 3 points.'],
  [0.5, 1, 'You were hardly sure, and partly right: +0.5 of 3 points.'],
  [0.25, 2, 'You were fairly sure, and partly right: −1 point.'],
  [0, 3, 'You were very sure, and wrong: −6 points.'],
  [0, 1, 'You were hardly sure, so being wrong costs nothing: 0 points.'],
] as const)('a credit of %d at certainty %d reads “%s”', (credit, certainty, words) => {
  expect(certaintySentence(credit, certainty)).toBe(words);
});
