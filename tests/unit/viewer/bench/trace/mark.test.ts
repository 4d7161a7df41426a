import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpeckTrace } from '../../../../../src/trace/index.ts';
import { markAt, marksOf, middleOf } from '../../../../../src/viewer/bench/trace/mark.ts';

const square = (id: number, x: number, y: number, sizePx: number): SpeckTrace => ({
  id,
  mineral: 'hydroxyapatite',
  widestUm: sizePx,
  outlinesPx: [[x, y, x + sizePx, y, x + sizePx, y + sizePx, x, y + sizePx]],
  hidden: null,
});

describe('pointing at calcifications', () => {
  const marks = marksOf({
    specks: [square(0, 0, 0, 100), square(1, 40, 40, 6), square(2, 300, 300, 4)],
  });

  test.each([
    ['a small one that lies before a large one', [42, 42], 1],
    ['the large one beside it', [20, 20], 0],
    ['one that is missed by less than the reach', [308, 302], 2],
    ['nothing far from all', [200, 200], undefined],
  ] as const)('finds %s', (_name, place, id) => {
    expect(markAt(marks, place, 8)?.id).toBe(id);
  });

  test('finds each where it alone lies', () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(40)), {
      minLength: 1,
      selector: ([column, row]) => 50 * column + row,
    });
    fc.assert(
      fc.property(places, (cells) => {
        const all = marksOf({
          specks: cells.map(([column, row], id) => square(id, 20 * column, 20 * row, 5)),
        });
        for (const mark of all) expect(markAt(all, middleOf(mark.box), 4)?.id).toBe(mark.id);
      }),
    );
  });

  test('what is not in the view has no mark', () => {
    expect(marksOf({ specks: [{ ...square(0, 0, 0, 3), outlinesPx: [] }] })).toEqual([]);
  });
});
