import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssessmentId,
  assessmentOfLikelihood,
  assessments,
  contains,
  findTerm,
  printInterval,
} from '../../../src/lexicon/index.ts';

const likelihoods = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(0, 2, 10, 50, 95, 100),
);

function categoriesThatHold(percent: number, among: readonly AssessmentId[]): AssessmentId[] {
  return among.filter((id) => {
    const { likelihoodPercent } = findTerm('assessment', id);
    return likelihoodPercent !== null && contains(likelihoodPercent, percent);
  });
}

describe('the likelihood ranges', () => {
  it.each<[AssessmentId, string | null]>([
    ['0', null],
    ['1', '0%'],
    ['2', '0%'],
    ['3', '>0 to ≤2%'],
    ['4', '>2 to <95%'],
    ['4a', '>2 to ≤10%'],
    ['4b', '>10 to ≤50%'],
    ['4c', '>50 to <95%'],
    ['5', '≥95%'],
    ['6', null],
  ])('of category %s is %s', (id, printed) => {
    const { likelihoodPercent } = findTerm('assessment', id);
    expect(likelihoodPercent && printInterval(likelihoodPercent, '%')).toBe(printed);
  });

  it('of 3, 4A, 4B, 4C and 5 share out everything above 0% without gap or overlap', () => {
    fc.assert(
      fc.property(likelihoods, (percent) => {
        const held = categoriesThatHold(percent, ['3', '4a', '4b', '4c', '5']);
        expect(held).toHaveLength(percent === 0 ? 0 : 1);
      }),
    );
  });

  it('of 4A, 4B and 4C together are that of 4', () => {
    fc.assert(
      fc.property(likelihoods, (percent) => {
        const parts = categoriesThatHold(percent, ['4a', '4b', '4c']).length;
        expect(parts).toBe(categoriesThatHold(percent, ['4']).length);
      }),
    );
  });
});

describe('the category of a likelihood', () => {
  it.each<[number, AssessmentId]>([
    [0, '2'],
    [0.5, '3'],
    [2, '3'],
    [2.1, '4a'],
    [10, '4a'],
    [10.1, '4b'],
    [50, '4b'],
    [50.1, '4c'],
    [94.9, '4c'],
    [95, '5'],
    [100, '5'],
  ])('of %f%% is %s', (percent, category) => {
    expect(assessmentOfLikelihood(percent)).toBe(category);
  });

  it.each([-0.1, 100.1, Number.NaN, Infinity])('is refused for %f%%', (percent) => {
    expect(() => assessmentOfLikelihood(percent)).toThrow('between 0 and 100%');
  });

  it('does not fall as the likelihood rises', () => {
    const order = assessments.map(({ id }) => id);
    fc.assert(
      fc.property(likelihoods, likelihoods, (a, b) => {
        const rank = (percent: number) => order.indexOf(assessmentOfLikelihood(percent));
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
    );
  });
});

describe('the management', () => {
  it.each<[AssessmentId, RegExp]>([
    ['1', /^Routine screening/],
    ['2', /^Routine screening; no short-interval follow-up/],
    ['3', /6, 12 and 24 months/],
    ['4', /^Tissue diagnosis/],
    ['4a', /^Tissue diagnosis/],
    ['4b', /^Tissue diagnosis/],
    ['4c', /^Tissue diagnosis/],
    ['5', /^Tissue diagnosis/],
    ['6', /^Definitive treatment/],
  ])('after category %s is %s', (id, management) => {
    expect(findTerm('assessment', id).management.text).toMatch(management);
  });
});
