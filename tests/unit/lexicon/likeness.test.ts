import { describe, expect, test } from 'vitest';
import {
  assessmentIds,
  distributionIds,
  likenessOfAssessments,
  likenessOfDistributions,
  likenessOfMinerals,
  likenessOfMorphologies,
  managementOf,
  mineralIds,
  morphologyIds,
} from '../../../src/lexicon/index.ts';

const tables: readonly [
  string,
  readonly string[],
  (a: never, b: never) => { credit: number; reason: string },
][] = [
  ['shapes', morphologyIds, likenessOfMorphologies],
  ['arrangements', distributionIds, likenessOfDistributions],
  ['minerals', mineralIds, likenessOfMinerals],
];

describe.each(tables)('the likeness of %s', (_, ids, likeness) => {
  const pairs = ids.flatMap((a) => ids.map((b) => [a, b] as [never, never]));

  test('is the same both ways, 1 only for the term itself, and never without a reason', () => {
    for (const [a, b] of pairs) {
      const { credit, reason } = likeness(a, b);
      expect(credit, `${a} ${b}`).toBe(likeness(b, a).credit);
      expect(credit === 1, `${a} ${b}`).toBe(a === b);
      expect(credit).toBeGreaterThanOrEqual(0);
      expect(reason).toMatch(/\.$/);
    }
  });
});

describe('the likeness of assessments', () => {
  test.each([
    ['4b', '4b', 1],
    ['4a', '4b', 0.5],
    ['3', '4a', 0.5],
    ['3', '4b', 0],
    ['2', '5', 0],
    ['1', '2', 1],
    ['4', '4c', 0.5],
    ['4a', '4', 1],
    ['4c', '4', 1],
    ['3', '4', 0.5],
    ['5', '4', 0.5],
    ['2', '4', 0],
    ['0', '3', 0],
    ['6', '5', 0],
  ] as const)('category %s where %s is right earns %d', (answer, truth, credit) => {
    expect(likenessOfAssessments(answer, truth).credit).toBe(credit);
  });

  test('no answer earns more the further it lies from the truth', () => {
    const ladder = ['2', '3', '4a', '4b', '4c', '5'] as const;
    for (const [at, truth] of ladder.entries()) {
      const away = ladder.map((id, rung) => ({
        steps: Math.abs(rung - at),
        credit: likenessOfAssessments(id, truth).credit,
      }));
      for (const one of away)
        for (const other of away)
          if (one.steps < other.steps) expect(one.credit).toBeGreaterThanOrEqual(other.credit);
    }
  });
});

test('every category but incomplete and proven has a next step', () => {
  const steps = Object.fromEntries(assessmentIds.map((id) => [id, managementOf(id)]));
  expect(steps).toEqual({
    0: undefined,
    1: 'routine',
    2: 'routine',
    3: 'surveillance',
    4: 'biopsy',
    '4a': 'biopsy',
    '4b': 'biopsy',
    '4c': 'biopsy',
    5: 'biopsy',
    6: undefined,
  });
});
