import { describe, expect, test } from 'vitest';
import {
  offeredTerms,
  pictureFaults,
  picturesOf,
  rightTerm,
} from '../../../src/atlas/asked-picture.ts';
import { caseSchema } from '../../../src/atlas/case.ts';
import { checkContent, isOf } from '../../../src/atlas/check.ts';
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

  test('is asked by a simulated case by itself, wherever its findings give one term', () => {
    expect(picturesOf('a-case', record).map(([id]) => id)).toEqual([
      'a-case-cc-distribution',
      'a-case-magnification-cc-morphology',
      'a-case-magnification-cc-distribution',
    ]);
    for (const [, question] of picturesOf('a-case', record))
      expect(pictureFaults(question, record)).toEqual([]);
  });

  test('is not asked by a drawn case, whose description tells what is seen', () => {
    const drawn = { ...record, origin: { ...record.origin, kind: 'drawn' as const } };
    expect(picturesOf('a-case', drawn)).toEqual([]);
  });
});

test('no title or description that an author wrote names the term that a picture is asked for', async () => {
  const { entries } = await checkContent();
  const asked = entries.flatMap((entry) =>
    isOf(entry, 'cases')
      ? picturesOf(entry.id, entry.data).map(([id, question]) => ({ id, question, of: entry.data }))
      : [],
  );
  expect(asked.length).toBeGreaterThanOrEqual(30);
  const telling = asked.filter(({ id, question, of }) => {
    const term = rightTerm(question, of)?.replaceAll('-', ' ') ?? '';
    const view = of.views.find((each) => (each.id ?? each.kind) === question.view);
    const text = `${id} ${question.title} ${question.prompt} ${view?.title} ${view?.description}`;
    return text.toLowerCase().replaceAll('-', ' ').includes(term);
  });
  expect(telling.map(({ id }) => id)).toEqual([]);
});
