import { describe, expect, test } from 'vitest';
import { scoreMineral } from '../../../../src/quiz/items/mineral.ts';
import {
  type AskedReading,
  missingFromReading,
  partsOf,
  type ReadingAnswer,
  type ReadingKey,
  recordOf,
  scoreAnswer,
} from '../../../../src/quiz/items/reading.ts';

const asked: AskedReading = {
  kind: 'reading',
  pictures: [
    { case: 'a', view: 'cc' },
    { case: 'a', view: 'magnification-cc' },
  ],
  screening: 1,
  asks: ['morphology', 'distribution', 'assessment', 'management'],
};
const key: ReadingKey = {
  truth: {
    morphology: ['fine-pleomorphic'],
    distribution: ['segmental'],
    assessment: ['4b'],
    management: ['biopsy'],
  },
  isMalignant: true,
  findings: [{ xMm: 50, yMm: 50, radiusMm: 10 }],
};
const right: ReadingAnswer = {
  mark: { picture: 0, xMm: 52, yMm: 50 },
  recalled: true,
  morphology: 'fine-pleomorphic',
  distribution: 'segmental',
  assessment: '4b',
  management: 'biopsy',
  likelihoodPercent: 40,
};

describe('the reading of a whole case', () => {
  test('earns all on every dimension where all is right', () => {
    const { dimensions, total } = scoreAnswer(key, right);
    expect(Object.keys(dimensions)).toEqual([
      'localisation',
      'morphology',
      'distribution',
      'assessment',
      'management',
    ]);
    expect(total.credit).toBe(1);
  });

  test('that marks another place still describes what the magnified views show', () => {
    const { dimensions } = scoreAnswer(key, { ...right, mark: { picture: 0, xMm: 5, yMm: 5 } });
    expect(dimensions.localisation?.credit).toBe(0);
    expect(dimensions.morphology?.credit).toBe(1);
  });

  test('that sees nothing has missed the finding', () => {
    const { dimensions } = scoreAnswer(key, { ...right, mark: null });
    expect(dimensions.localisation).toMatchObject({
      credit: 0,
      reason: 'You marked nothing; the finding was missed.',
    });
  });

  test.each([
    [{ mark: null, recalled: false }, 'Mark what you see'],
    [{ ...right, morphology: undefined }, 'Name the shape'],
    [{ ...right, management: undefined }, 'Choose the next step'],
    [{ ...right, likelihoodPercent: undefined }, 'how likely it is cancer'],
  ])('is asked for what is missing, step by step', (answer, sentence) => {
    expect(missingFromReading(asked, answer as ReadingAnswer)).toContain(sentence);
  });

  test('is kept for the measures: terms, decision, likelihood, mark', () => {
    expect(
      recordOf(asked, key, { ...right, morphology: 'amorphous', management: 'surveillance' }),
    ).toEqual({
      terms: [
        { asks: 'morphology', truth: 'fine-pleomorphic', answer: 'amorphous' },
        { asks: 'distribution', truth: 'segmental', answer: 'segmental' },
        { asks: 'assessment', truth: '4b', answer: '4b' },
      ],
      credits: { localisation: 1, morphology: 0.5, distribution: 1, assessment: 1, management: 0 },
      biopsy: { taken: false, needed: true },
      likelihood: 0.4,
      isMalignant: true,
      hit: true,
      stray: false,
    });
  });
});

describe('the reading of a patient with magnification views only', () => {
  const magnified: AskedReading = {
    ...asked,
    pictures: [
      { case: 'a', view: 'magnification-cc' },
      { case: 'a', view: 'magnification-ml' },
    ],
    screening: 0,
  };

  test('searches on all of them, and nothing is added after the mark', () => {
    expect(partsOf(magnified)).toEqual({ searched: magnified.pictures, added: [] });
    expect(partsOf(asked)).toEqual({
      searched: [asked.pictures[0]],
      added: [asked.pictures[1]],
    });
    expect(missingFromReading(magnified, { mark: null, recalled: false })).toContain(
      'on the magnification views',
    );
  });

  test('is kept as such, since a group is found there more easily', () => {
    expect(recordOf(magnified, key, right)).toMatchObject({ hit: true, magnifiedOnly: true });
    expect(recordOf(asked, key, right)).not.toHaveProperty('magnifiedOnly');
  });
});

describe('a mineral', () => {
  const of = (option: number, polarised: boolean) =>
    scoreMineral(
      { kind: 'mineral', options: ['Oxalate', 'Apatite', 'With magnesium'], pictures: [] },
      { credits: [0, 1, 0.5], why: ['', '', ''] },
      { option, polarised },
    ).credit;
  test('earns half by its name and half by the look between the polars', () => {
    expect([of(1, true), of(1, false), of(0, true), of(0, false), of(2, true)]).toEqual([
      1, 0.5, 0.5, 0, 0.75,
    ]);
  });
});
