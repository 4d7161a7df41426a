import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairOf, type Pair } from '../../../../src/viewer/compare/pair.ts';

const catalogue = ['one.cc', 'one.mag', 'two.cc', 'two.mag', 'three.slide'];
const ready: Pair[] = [
  ['one.mag', 'two.mag'],
  ['two.cc', 'three.slide'],
];

test.each([
  ['two views of any cases', '?panes=two.cc,one.mag', ['two.cc', 'one.mag']],
  ['nothing: the first ready pair', '', ['one.mag', 'two.mag']],
  ['nonsense: the first ready pair', '?panes=%00,..,nobody.cc', ['one.mag', 'two.mag']],
  ['one view: what is ready beside it', '?panes=three.slide', ['three.slide', 'two.cc']],
  [
    'one view without a ready partner: the same view of another case',
    '?panes=one.cc',
    ['one.cc', 'two.cc'],
  ],
  ['twice the same: as if asked once', '?panes=one.cc,one.cc', ['one.cc', 'two.cc']],
  [
    'a case without that view: the view that stands beside it',
    '?panes=one.mag,two.mlo',
    ['one.mag', 'two.mag'],
  ],
  ['a case alone: its first view', '?panes=two,one.cc', ['two.cc', 'one.cc']],
  ['more than two: the first two', '?panes=one.cc,two.cc,three.slide', ['one.cc', 'two.cc']],
])('an address asks for %s', (_, query, pair) => {
  expect(pairOf(query, catalogue, ready)).toEqual(pair);
});

test('whatever the address says, two different views that there are stand side by side', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom(...catalogue, 'one', 'two.nothing'));
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const [left, right] =
        pairOf(`?panes=${encodeURIComponent(names.join())}`, catalogue, ready) ?? [];
      expect(catalogue).toContain(left);
      expect(catalogue).toContain(right);
      expect(left).not.toBe(right);
    }),
  );
});
