import { expect, test } from 'vitest';
import { diagramIds, lessonSchema } from '../../../../src/atlas/lesson.ts';
import { sealed } from '../../../../src/atlas/sealed.ts';
import { blankStops, freshLesson } from '../../../../src/lesson/own/blank.ts';
import type { Catalogue } from '../../../../src/lesson/own/catalogue.ts';
import { stopName } from '../../../../src/lesson/own/stop-name.ts';

const item = { asked: { title: 'Which step is first?' }, key: sealed({ credits: [1, 0] }) };
const catalogue = {
  cases: {
    plain: { title: 'A plain case', isSimulated: true, views: { cc: 'CC' }, story: [] },
    told: { title: 'A told case', isSimulated: true, views: { cc: 'CC' }, story: [{}] },
  },
  questions: { 'first-step': { item } },
  sources: {},
} as unknown as Catalogue;

test('a lesson and the stops that one begins from can be taught as they are', () => {
  const stops = blankStops(catalogue, diagramIds).map(([, stop]) => stop);
  expect(lessonSchema.safeParse({ ...freshLesson(), stops }).error).toBeUndefined();
  expect(stops.map(({ kind }) => kind)).toEqual([
    ...['title', 'text', 'diagram', 'question', 'story', 'pause'],
  ]);
});

test('until the list of cases has come nothing is offered that would name none', () => {
  const kinds = blankStops(undefined, []).map(([, { kind }]) => kind);
  expect(kinds).toEqual(['title', 'text', 'pause']);
});

test.each([
  ['a story by its case', { kind: 'story', case: 'told', stop: 2 }, 'Story of A told case, stop 2'],
  ['a question by its title', { kind: 'question', question: 'first-step' }, 'Which step is first?'],
  ['a view by case and view', { kind: 'view', case: 'plain', view: 'cc' }, 'A plain case: CC'],
  ['a text without heading by its point', { kind: 'text', points: ['One'] }, 'One'],
  ['an unknown case by its id', { kind: 'story', case: 'gone' }, 'Story of gone'],
])('the list calls %s', (_, stop, name) => {
  const [taught] = lessonSchema.parse({ ...freshLesson(), stops: [stop] }).stops;
  expect(taught && stopName(taught, catalogue)).toBe(name);
});
