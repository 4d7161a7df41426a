import { describe, expect, test } from 'vitest';
import { lessonSchema } from '../../../src/atlas/lesson.ts';
import { type Sources, stopsOf } from '../../../src/lesson/stop.ts';
import { addressOfState } from '../../../src/viewer/bench/address.ts';
import { questionStop } from './lesson.ts';

const story = [
  { text: 'First.', views: ['cc', 'mlo'], layout: 'hanging' as const, places: [], findings: false },
  {
    text: 'Second.',
    views: ['cc'],
    places: [{ view: 'cc', xMm: 5, yMm: 6, widthMm: 7 }],
    findings: true,
    speck: 13,
  },
];
const sources: Sources = {
  address: addressOfState,
  story: () => story,
  isSimulated: (id) => id !== 'drawn',
  named: (view) => ({
    title: `Case ${view.split('.')[0]}`,
    short: view.split('.')[1]?.toUpperCase() ?? '',
  }),
  question: ({ question }) => ({
    item: questionStop('once', question).asking?.item ?? expect.unreachable(),
    ...(question === 'picture' && { picture: 'a.cc' as const, asks: 'morphology' }),
  }),
};
const taught = (...stops: object[]) =>
  stopsOf(lessonSchema.parse({ title: 'T', summary: 'S', stops }), sources);

describe('a stop', () => {
  test('shows a view at its place and through its window, and marks it only when asked', () => {
    const [stop] = taught({
      kind: 'view',
      case: 'a',
      view: 'cc',
      place: { xMm: 1, yMm: 2, widthMm: 3 },
      grey: { black: 10, white: 80 },
      marks: true,
      speck: 4,
    });
    expect(stop?.picture).toEqual({
      views: ['a.cc'],
      query: '?panes=cc&look=cc:1,2,3&grey=cc:10,80',
      marked: '?panes=cc&look=cc:1,2,3&grey=cc:10,80&findings=on&speck=4',
    });
    expect([stop?.name, stop?.marks]).toEqual(['Case a: CC', true]);
  });

  test('sets two cases side by side under names that cannot be confused, and marks neither', () => {
    const [stop] = taught({
      kind: 'compare',
      views: [
        { case: 'a', view: 'cc' },
        { case: 'b', view: 'cc', place: { xMm: 1, yMm: 2, widthMm: 3 } },
      ],
      linked: false,
    });
    expect(stop?.picture).toEqual({
      views: ['a.cc', 'b.cc'],
      query: '?panes=a.cc,b.cc&look=b.cc:1,2,3&link=off',
    });
  });

  test('has nothing to mark in a drawing', () => {
    const [stop] = taught({ kind: 'view', case: 'drawn', view: 'cc' });
    expect(stop?.picture?.marked).toBeUndefined();
  });

  test('of a story is unrolled, with its text in the notes and its minutes shared', () => {
    const stops = taught({ kind: 'story', case: 'a', minutes: 6, notes: 'Mine.' });
    expect(stops.map(({ minutes, notes, marks }) => ({ minutes, notes, marks }))).toEqual([
      { minutes: 3, notes: ['Mine.', 'First.'], marks: false },
      { minutes: 3, notes: ['Mine.', 'Second.'], marks: true },
    ]);
    expect(stops[1]?.picture?.query).toBe('?panes=cc&look=cc:5,6,7');
    expect(stops[1]?.picture?.marked).toBe('?panes=cc&look=cc:5,6,7&findings=on&speck=13');
    expect(taught({ kind: 'story', case: 'a', stop: 2 })).toHaveLength(1);
  });

  test('of a question about a picture brings the view and what experts agreed on', () => {
    const [stop] = taught({ kind: 'question', question: 'picture' });
    expect(stop?.picture?.views).toEqual(['a.cc']);
    const place = { xMm: 1, yMm: 2, widthMm: 3 };
    const [near] = taught({ kind: 'question', question: 'picture', place });
    expect(near?.picture?.query).toBe('?panes=cc&look=cc:1,2,3');
    expect(stop?.asking?.agreement.map(({ source, kappa }) => [source, kappa])).toEqual([
      ['berg2000', 0.36],
      ['lee2004', 0.66],
    ]);
    expect(taught({ kind: 'question', question: 'x' })[0]?.asking?.agreement).toEqual([]);
  });
});
