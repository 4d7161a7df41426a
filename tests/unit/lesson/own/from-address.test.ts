import { expect, test } from 'vitest';
import { lessonSchema } from '../../../../src/atlas/lesson.ts';
import { stopFrom } from '../../../../src/lesson/own/from-address.ts';
import { stopsOf } from '../../../../src/lesson/stop.ts';
import { addressOfState } from '../../../../src/viewer/bench/address.ts';
import { sourcesIn } from '../../../../src/lesson/own/catalogue.ts';

const views = { cc: 'CC', mlo: 'MLO', histology: 'H&E' };
const cases = {
  a: { title: 'A', isSimulated: true, views, story: [] },
  b: { title: 'B', isSimulated: true, views, story: [] },
};
const catalogue = { cases, questions: {}, sources: {} };
const from = (path: string) => stopFrom(`http://localhost:1/atlas/${path}`, cases);

test.each([
  ['cases/a/', '?panes=cc'],
  [
    'cases/a/?panes=mlo&look=mlo:1.5,2,3&grey=mlo:10,80',
    '?panes=mlo&look=mlo:1.5,2,3&grey=mlo:10,80',
  ],
  ['cases/a/?look=mlo:1,2,3', '?panes=mlo&look=mlo:1,2,3'],
  ['cases/a/?panes=cc,mlo&layout=hanging&link=off', '?panes=cc,mlo&layout=hanging&link=off'],
  ['cases/a/?panes=histology&depth=1450&stage=45', '?panes=histology&depth=1450&stage=45'],
  ['cases/a/?panes=cc,mlo,histology', '?panes=cc,mlo'],
  ['compare/?panes=a.cc,b.cc&look=b.cc:1,2,3', '?panes=a.cc,b.cc&look=b.cc:1,2,3'],
])('the bench at %s becomes a stop that shows the same', (path, query) => {
  const stop = from(path);
  // What is made can be kept, exported and taught.
  const lesson = lessonSchema.parse({ title: 'T', summary: 'S', stops: [stop] });
  expect(stopsOf(lesson, sourcesIn(catalogue, addressOfState))[0]?.picture?.query).toBe(query);
});

test('marks come along, and the calcification that is followed', () => {
  expect(from('cases/a/?panes=cc&findings=on&speck=7')).toMatchObject({ marks: true, speck: 7 });
  expect(from('compare/?panes=a.cc,b.cc&findings=on')).toMatchObject({ marks: false });
});

test('a figure of a chapter names its view, and the address where one looks', () => {
  const stop = stopFrom('http://x/chapters/c/?look=a-cc:1,2,3', cases, 'a.cc');
  expect(stop).toMatchObject({ kind: 'view', case: 'a', place: { xMm: 1, yMm: 2, widthMm: 3 } });
});

test.each(['', 'nonsense', 'chapters/x/', 'cases/unknown/', 'compare/?panes=c.cc'])(
  'an address without a view, such as “%s”, becomes no stop',
  (path) => {
    expect(from(path)).toBeUndefined();
  },
);
