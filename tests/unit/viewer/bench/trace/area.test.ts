import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf } from '../../../../../src/viewer/bench/trace/area.ts';
import type { Mark } from '../../../../../src/viewer/bench/trace/mark.ts';

const markAt = (x: number, y: number, id = 0): Mark => ({
  id,
  mineral: 'hydroxyapatite',
  isSeen: true,
  outlinesPx: [],
  box: { left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 },
});
const places = fc.array(
  fc.tuple(fc.integer({ max: 999, min: 0 }), fc.integer({ max: 999, min: 0 })),
  {
    minLength: 5,
    maxLength: 40,
  },
);

describe('the area of a group', () => {
  it('is none where fewer than five calcifications lie', () => {
    expect(areaOf([markAt(1, 1), markAt(5, 5), markAt(9, 1), markAt(4, 2)])).toEqual([]);
  });

  it('has the four outer grains at its corners and the fifth inside', () => {
    const corners = [markAt(0, 0), markAt(100, 0), markAt(100, 50), markAt(0, 50)];
    expect(areaOf([...corners, markAt(40, 20)])).toEqual([
      [-1, -1],
      [101, -1],
      [101, 51],
      [-1, 51],
    ]);
  });

  it('holds every calcification and never bends inward', () => {
    fc.assert(
      fc.property(places, (all) => {
        const area = areaOf(all.map(([x, y], id) => markAt(x, y, id)));
        area.forEach(([ax, ay], at) => {
          const [bx, by] = area[(at + 1) % area.length] ?? [0, 0];
          for (const [x, y] of all)
            expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThan(0);
        });
      }),
    );
  });
});
