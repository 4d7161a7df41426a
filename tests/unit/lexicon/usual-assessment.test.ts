import { describe, expect, it } from 'vitest';
import {
  type AssessmentId,
  assessmentOfLikelihood,
  type Circumstances,
  type DistributionId,
  distributionIds,
  findTerm,
  morphologies,
  type MorphologyId,
  morphologyIds,
  usualAssessment,
} from '../../../src/lexicon/index.ts';

const baseline: Partial<Circumstances> = {};
const isNew: Partial<Circumstances> = { history: 'new' };
const increasing: Partial<Circumstances> = { history: 'increasing' };
const bilateral: Partial<Circumstances> = { bilateral: true };
const nextToCancer: Partial<Circumstances> = { nextToKnownCancer: true };

const everyCircumstance: Circumstances[] = (['baseline', 'new', 'increasing'] as const).flatMap(
  (history) =>
    [false, true].flatMap((both) =>
      [false, true].map((near) => ({ history, bilateral: both, nextToKnownCancer: near })),
    ),
);

describe('the usual assessment', () => {
  it.each<[MorphologyId, DistributionId, Partial<Circumstances>, AssessmentId | null, RegExp]>([
    ['punctate', 'grouped', baseline, '3', /solitary group at baseline/],
    ['round', 'grouped', baseline, '3', /work-up is complete/],
    ['punctate', 'grouped', isNew, '4', /new, increasing or next to a known cancer/],
    ['punctate', 'grouped', increasing, '4', /not surveillance/],
    ['punctate', 'grouped', nextToCancer, '4', /biopsy/],
    ['punctate', 'grouped', bilateral, null, /judgement/],
    ['punctate', 'linear', baseline, '4', /ductal arrangement/],
    ['round', 'segmental', bilateral, '4', /biopsy/],
    ['round', 'diffuse', baseline, '2', /benign/],
    ['punctate', 'diffuse', bilateral, '2', /benign/],
    ['round', 'diffuse', isNew, null, /judgement/],
    ['round', 'regional', baseline, null, /judgement/],
    ['amorphous', 'grouped', baseline, '4b', /biopsy/],
    ['amorphous', 'segmental', bilateral, '4b', /biopsy/],
    ['amorphous', 'diffuse', bilateral, '2', /both breasts/],
    ['amorphous', 'diffuse', baseline, null, /one breast alone/],
    ['coarse-heterogeneous', 'grouped', baseline, '4b', /single groups/],
    ['coarse-heterogeneous', 'grouped', bilateral, '2', /usually benign/],
    ['fine-pleomorphic', 'grouped', baseline, '4b', /29%/],
    ['fine-linear', 'grouped', baseline, '4c', /range of 4C/],
    ['fine-linear', 'segmental', isNew, '5', /category 5/],
    ['vascular', 'linear', isNew, '2', /shape alone/],
    ['large-rod-like', 'segmental', baseline, '2', /shape alone/],
    ['milk-of-calcium', 'regional', bilateral, '2', /shape alone/],
  ])('of %s, %s, %o is %s', (morphology, distribution, circumstances, category, reason) => {
    const judgement = usualAssessment(morphology, distribution, circumstances);
    expect(judgement.category).toBe(category);
    expect(judgement.reason.text).toMatch(reason);
  });

  it('of a shape that is benign by itself is 2, whatever the arrangement and the history', () => {
    const byShape = morphologies.filter(({ usual }) => usual.categories.join() === '2');
    expect(byShape).toHaveLength(8);
    for (const { id } of byShape)
      for (const distribution of distributionIds)
        for (const circumstances of everyCircumstance)
          expect(usualAssessment(id, distribution, circumstances).category).toBe('2');
  });

  it('never leaves a suspicious shape in a duct without biopsy', () => {
    for (const { id } of morphologies.filter(({ group }) => group === 'suspicious'))
      for (const distribution of ['linear', 'segmental'] as const)
        for (const circumstances of everyCircumstance)
          expect(usualAssessment(id, distribution, circumstances).category).toMatch(/^[45]/);
  });

  it('of round and punctate is the same, as one heading holds both', () => {
    for (const distribution of distributionIds)
      for (const circumstances of everyCircumstance)
        expect(usualAssessment('round', distribution, circumstances)).toEqual(
          usualAssessment('punctate', distribution, circumstances),
        );
  });

  it('without a category always awaits review, and every reason is a sentence', () => {
    for (const morphology of morphologyIds)
      for (const distribution of distributionIds)
        for (const circumstances of everyCircumstance) {
          const { category, reason } = usualAssessment(morphology, distribution, circumstances);
          expect(reason.text).toMatch(/\.$/);
          if (category === null) expect(reason.confidence).toBe('awaiting-review');
          if (reason.confidence !== 'awaiting-review') expect(reason.sources).not.toEqual([]);
        }
  });
});

describe('the usual category of a suspicious shape', () => {
  it.each<[MorphologyId]>([
    ['amorphous'],
    ['coarse-heterogeneous'],
    ['fine-pleomorphic'],
    ['fine-linear'],
  ])('%s has the category in whose range its quoted likelihood lies', (id) => {
    const { usual } = findTerm('morphology', id);
    const quoted = /(\d+)%/.exec(usual.reason.text)?.[1];
    expect(assessmentOfLikelihood(Number(quoted))).toBe(usual.categories[0]);
  });
});
