import { describe, expect, test } from 'vitest';
import { offeredTerms, pictureFaults, rightTerm } from '../../../src/atlas/asked-picture.ts';
import { caseSchema } from '../../../src/atlas/case.ts';
import { questionSchema, type QuestionOf } from '../../../src/atlas/question.ts';

const record = caseSchema.parse({
  title: 'A case',
  summary: 'A simulated case.',
  origin: { kind: 'simulated', source: 'Simulated', licence: 'CC-BY-4.0' },
  recipe: { seed: 1, morphology: 'amorphous' },
  views: [{ kind: 'cc' }, { kind: 'magnification-cc' }],
  findings: [
    { id: 'haze', views: ['magnification-cc'], text: 'A haze.', morphology: 'amorphous' },
    { id: 'group', views: ['cc', 'magnification-cc'], text: 'A group.', distribution: 'grouped' },
  ],
});
const ask = (fields: object) =>
  questionSchema.parse({
    kind: 'picture',
    title: 'A view',
    prompt: 'Which word?',
    explanation: 'So.',
    case: 'a-case',
    view: 'magnification-cc',
    finding: 'haze',
    asks: 'morphology',
    ...fields,
  }) as QuestionOf<'picture'>;

describe('a question on a picture', () => {
  test('takes its answer from the finding, and its choices from the lexicon in its order', () => {
    expect(rightTerm(ask({}), record)).toBe('amorphous');
    expect(offeredTerms(ask({ among: ['amorphous', 'punctate'] }))).toEqual([
      'punctate',
      'amorphous',
    ]);
    expect(offeredTerms(ask({}))).toHaveLength(14);
  });

  test.each([
    ['a view that is not there', { view: 'mlo' }, 'the view `mlo` is not known here'],
    ['a finding that is not there', { finding: 'haxe' }, 'did you mean `haze`?'],
    ['a finding of another view', { view: 'cc' }, 'the view `cc` does not show the finding'],
    ['a term that the finding does not have', { asks: 'mineral' }, 'has no mineral to ask for'],
    ['an unknown choice', { among: ['amorphous', 'rimm'] }, 'did you mean `rim`?'],
    ['choices without the right one', { among: ['rim', 'skin'] }, 'must be among the terms'],
  ])('is faulted for %s', (_, fields, part) => {
    const faults = pictureFaults(ask(fields), record).map(({ message }) => message);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(part);
  });
});
