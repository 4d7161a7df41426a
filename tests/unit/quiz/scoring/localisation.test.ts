import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreLocalisation } from '../../../../src/quiz/scoring/localisation.ts';

const group = { xMm: 50, yMm: 40, radiusMm: 6 };
const at = (xMm: number, yMm = 40) => ({ xMm, yMm });

describe('marking a finding', () => {
  test.each([
    ['on it', [at(54)], [group], 1, 'Your mark lies on the finding.'],
    ['2 mm outside', [at(58)], [group], 0.6, 'Your mark lies 2 mm outside the finding.'],
    ['far away', [at(90)], [group], 0, '34 mm outside the finding. One mark hits nothing.'],
    ['nowhere', [], [group], 0, 'the finding was missed'],
    ['on it and twice beside', [at(50), at(90), at(10)], [group], 0.5, '2 marks hit nothing.'],
    ['nowhere, where nothing is', [], [], 1, 'you marked nothing'],
    ['where nothing is', [at(50)], [], 0, 'nothing to mark'],
    ['one of two', [at(50)], [group, { ...group, xMm: 100 }], 0.5, '1 of 2 findings were missed.'],
  ] as const)('a mark %s', (_, marks, regions, credit, words) => {
    const score = scoreLocalisation(marks, regions);
    expect(score.credit).toBeCloseTo(credit, 9);
    expect(score.reason).toContain(words);
  });

  test('earns less the further it lies outside', () => {
    const mm = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(mm, mm, (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(scoreLocalisation([at(50 + near)], [group]).credit).toBeGreaterThanOrEqual(
          scoreLocalisation([at(50 + far)], [group]).credit,
        );
      }),
    );
  });
});
