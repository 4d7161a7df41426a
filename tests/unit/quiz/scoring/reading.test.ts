import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessmentIds,
  distributionIds,
  managementIds,
  mineralIds,
  morphologyIds,
} from '../../../../src/lexicon/index.ts';
import { type Certainty, certaintyIds } from '../../../../src/quiz/scoring/certainty.ts';
import {
  type Reading,
  scoreManagement,
  scoreReading,
  type Truth,
} from '../../../../src/quiz/scoring/reading.ts';

const mm = fc.double({ min: 0, max: 200, noNaN: true });
const place = fc.record({ xMm: mm, yMm: mm });
const region = fc.record({
  xMm: mm,
  yMm: mm,
  radiusMm: fc.double({ min: 0, max: 30, noNaN: true }),
});
const some = <T>(ids: readonly T[]) => fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });

const truth = fc
  .record(
    {
      localisation: fc.array(region, { maxLength: 3 }),
      morphology: some(morphologyIds),
      distribution: some(distributionIds),
      assessment: some(assessmentIds),
      management: some(managementIds),
      mineral: some(mineralIds),
    },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0) as fc.Arbitrary<Truth>;

const reading = fc.record(
  {
    localisation: fc.array(place, { maxLength: 4 }),
    morphology: fc.constantFrom(...morphologyIds),
    distribution: fc.constantFrom(...distributionIds),
    assessment: fc.constantFrom(...assessmentIds),
    management: fc.constantFrom(...managementIds),
    mineral: fc.constantFrom(...mineralIds),
    certainty: fc.constantFrom<Certainty>(...certaintyIds),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Reading>;

/** The reading of a reader who is right in all that is asked. */
const perfect = (of: Truth): Reading => ({
  ...(of.localisation && { localisation: of.localisation }),
  ...(of.morphology?.[0] && { morphology: of.morphology[0] }),
  ...(of.distribution?.[0] && { distribution: of.distribution[0] }),
  ...(of.assessment?.[0] && { assessment: of.assessment[0] }),
  ...(of.management?.[0] && { management: of.management[0] }),
  ...(of.mineral?.[0] && { mineral: of.mineral[0] }),
});

describe('the score of a reading', () => {
  test('lies between 0 and 1 in every dimension and has a reason in each', () => {
    fc.assert(
      fc.property(reading, truth, (said, is) => {
        const { dimensions, total } = scoreReading(said, is);
        expect(Object.keys(dimensions).sort()).toEqual(Object.keys(is).sort());
        for (const { credit, reason } of [...Object.values(dimensions), total]) {
          expect(credit).toBeGreaterThanOrEqual(0);
          expect(credit).toBeLessThanOrEqual(1);
          expect(reason).toMatch(/\.$/);
        }
      }),
    );
  });

  test('is full for the truth itself, and for nothing less', () => {
    fc.assert(
      fc.property(truth, reading, (is, other) => {
        expect(scoreReading(perfect(is), is).total.credit).toBeCloseTo(1, 12);
        const { dimensions, total } = scoreReading(other, is);
        if (Object.values(dimensions).some(({ credit }) => credit < 1 - 1e-9))
          expect(total.credit).toBeLessThan(1);
      }),
    );
  });

  test('never falls when a further answer is accepted', () => {
    fc.assert(
      fc.property(
        reading,
        some(morphologyIds),
        fc.constantFrom(...morphologyIds),
        (said, morphology, further) => {
          const before = scoreReading(said, { morphology }).total.credit;
          const after = scoreReading(said, { morphology: [...morphology, further] }).total.credit;
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test('gives nothing for the description of another place', () => {
    const is: Truth = {
      localisation: [{ xMm: 10, yMm: 10, radiusMm: 4 }],
      morphology: ['amorphous'],
      assessment: ['4b'],
    };
    const said: Reading = {
      localisation: [{ xMm: 90, yMm: 10 }],
      morphology: 'amorphous',
      assessment: '4b',
    };
    const { dimensions } = scoreReading(said, is);
    expect(dimensions.morphology?.credit).toBe(0);
    expect(dimensions.assessment?.credit).toBe(1);
  });

  test('says what was said, what is true, and why the two are near', () => {
    const { dimensions } = scoreReading({ morphology: 'punctate' }, { morphology: ['amorphous'] });
    expect(dimensions.morphology).toEqual({
      credit: 0.5,
      reason:
        'You said Punctate; it is Amorphous. Both are small, and the two are often mixed in one group; punctate particles have a smooth outline.',
    });
  });

  test('refuses a truth that asks nothing', () => {
    expect(() => scoreReading({}, {})).toThrow('at least one dimension');
  });
});

test.each([
  ['biopsy', 'biopsy', 1],
  ['routine', 'surveillance', 0.5],
  ['surveillance', 'routine', 0.5],
  ['surveillance', 'biopsy', 0],
  ['biopsy', 'surveillance', 0],
  ['biopsy', 'routine', 0],
] as const)('%s where %s is right earns %d', (answer, right, credit) => {
  expect(scoreManagement(answer, [right]).credit).toBe(credit);
});
