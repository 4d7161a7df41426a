import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent, isOf } from '../../../src/atlas/check.ts';
import { parseYaml } from '../../../src/atlas/document.ts';
import {
  lessonFaults,
  lessonSources,
  type LessonSources,
} from '../../../src/atlas/lesson-faults.ts';
import { lessonSchema } from '../../../src/atlas/lesson.ts';
import { sentence } from '../../../src/atlas/sentence.ts';

let sources: LessonSources;
beforeAll(async () => {
  const { entries } = await checkContent();
  const named = <Name extends 'cases' | 'questions'>(name: Name) =>
    new Map(
      entries.flatMap((entry) => (isOf(entry, name) ? [[entry.id, entry.data] as const] : [])),
    );
  sources = lessonSources(named('cases'), named('questions'));
});

/** What is said of a lesson with these stops. */
function told(stops: string): string {
  const { data } = parseYaml('x.yaml', `title: T\nsummary: S\nstops:\n${stops}`);
  const lesson = lessonSchema.safeParse(data);
  const said = lesson.success
    ? lessonFaults(lesson.data, sources).map(({ message }) => message)
    : lesson.error.issues.map((issue) => sentence(issue, lessonSchema, data));
  return said.join('\n');
}
const asked = (vote: string) => `  - { kind: question, question: two-vials, vote: ${vote} }\n`;

describe('the check of lessons', () => {
  test.each([
    ['an unknown kind of stop', '  - { kind: song }', 'Expected one of title, text, view'],
    [
      'an unknown case',
      '  - { kind: view, case: recalled-at-5, view: cc }',

      'the case `recalled-at-5` is not known',
    ],
    [
      'a view that the case lacks',
      '  - { kind: view, case: recalled-at-57, view: ml }',

      'the view of the case `recalled-at-57` `ml` is not known',
    ],
    [
      'a speck without marks',
      '  - { kind: view, case: recalled-at-57, view: cc, speck: 3 }',

      '`marks: true`',
    ],
    [
      'marks in a drawing',
      '  - { kind: view, case: morphology-plate, view: magnification-cc, marks: true }',

      'nobody knows the calcifications',
    ],
    [
      'a section where no slide is',
      '  - { kind: view, case: recalled-at-57, view: cc, depthUm: 50 }',

      'no slide is shown',
    ],
    [
      'marks of two cases',
      '  - { kind: compare, marks: true, views: [{ case: recalled-at-57, view: cc }, { case: recalled-at-49, view: cc }] }',

      'here are two cases',
    ],
    [
      'a view beside itself',
      '  - { kind: compare, views: [{ case: recalled-at-57, view: cc }, { case: recalled-at-57, view: cc }] }',

      'stands on the other side already',
    ],
    [
      'an unknown question',
      '  - { kind: question, question: two-vial }',

      'did you mean `two-vials`',
    ],
    [
      'a question without options',
      '  - { kind: question, question: size-of-punctate }',

      'no hands can be counted',
    ],
    [
      'a question with too many options',
      '  - { kind: question, question: recalled-at-57-magnification-cc-morphology }',

      'name up to eight under `among`',
    ],
    [
      'options without the right one',
      '  - { kind: question, question: recalled-at-57-magnification-cc-morphology, among: [amorphous, vascular] }',

      'the right term must be among',
    ],
    [
      'a place in a question without a picture',
      '  - { kind: question, question: two-vials, place: { xMm: 1, yMm: 1, widthMm: 1 } }',

      'is not about a picture',
    ],
    ['a case without a story', '  - { kind: story, case: morphology-plate }', 'has no story'],
    [
      'a stop that the story lacks',
      '  - { kind: story, case: recalled-at-57, stop: 99 }',

      'has no stop 99',
    ],
    ['a text without words', '  - { kind: text, title: X }', 'needs a `text`, or `points`'],
    [
      'more words than a stage holds',
      `  - { kind: title, title: ${'x'.repeat(81)} }`,

      'at most 80 characters',
    ],
    ['a question asked before and never after', asked('before'), 'add one, or leave `vote` out'],
    ['a question asked after and never before', asked('after'), 'no earlier stop asks'],
    [
      'a question asked twice at once',
      asked('once') + asked('once'),

      'stands in this lesson more than once',
    ],
  ])('stops at %s and says what would be right', (_, stops, part) => {
    expect(told(stops)).toContain(part);
  });

  test('lets a question be asked before and after', () => {
    expect(told(asked('before') + asked('after'))).toBe('');
  });
});
