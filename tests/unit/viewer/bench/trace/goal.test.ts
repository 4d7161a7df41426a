import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldPxOf } from '../../../../../src/viewer/bench/link.ts';
import { screenPointOf } from '../../../../../src/viewer/bench/projection.ts';
import { goalsOf, type Seeker } from '../../../../../src/viewer/bench/trace/goal.ts';
import { marksOf } from '../../../../../src/viewer/bench/trace/mark.ts';
import { asTaken } from '../../../../../src/viewer/orientation.ts';

const seeker = fc
  .record({
    plane: fc.constantFrom('mammographic', 'section'),
    umPerPixel: fc.constantFrom(0.25, 20, 38.9, 70),
    frameWidthPx: fc.integer({ min: 240, max: 1900 }),
    x: fc.nat(4000),
    y: fc.nat(4000),
    sizePx: fc.integer({ min: 1, max: 400 }),
    mmPerScreenPx: fc.double({ min: 1e-4, max: 0.3, noNaN: true }),
  })
  .map(({ x, y, sizePx, mmPerScreenPx, ...rest }): Seeker => {
    const outlinesPx = [[x, y, x + sizePx, y, x, y + sizePx]];
    const specks = [
      { id: 1, mineral: 'hydroxyapatite' as const, widestUm: 1, outlinesPx, hidden: null },
    ];
    return { ...rest, field: { xMm: 0, yMm: 0, mmPerScreenPx }, marks: marksOf({ specks }) };
  });

test('panes that turn to a calcification have it in their middle, in sight, and no larger than they are', () => {
  fc.assert(
    fc.property(seeker, (pane) => {
      const [goal] = goalsOf([pane]);
      if (!goal) throw new Error('There is a mark.');
      const field = fieldPxOf(goal, pane.umPerPixel, pane.frameWidthPx);
      const imagePxPerScreenPx = field.widthPx / pane.frameWidthPx;
      const shown = {
        field,
        imagePxPerScreenPx,
        orientation: asTaken,
        widthPx: pane.frameWidthPx,
        heightPx: 300,
      };
      const { left, top, right, bottom } = pane.marks[0]?.box ?? {
        left: 0,
        top: 0,
        right: 0,
        bottom: 0,
      };
      const [x, y] = screenPointOf(shown, [(left + right) / 2, (top + bottom) / 2]);
      expect(x).toBeCloseTo(pane.frameWidthPx / 2, 4);
      expect(y).toBeCloseTo(150, 4);
      const sizePx = (right - left) / imagePxPerScreenPx;
      expect(sizePx).toBeLessThanOrEqual(0.4 * pane.frameWidthPx + 1e-6);
      // A pixel of the image is never enlarged so far that it says more than it knows.
      expect(sizePx >= 24 - 1e-6 || imagePxPerScreenPx <= 0.2500001).toBe(true);
    }),
  );
});

test('panes of one plane keep one scale, and panes without it stay', () => {
  fc.assert(
    fc.property(fc.array(seeker, { minLength: 2, maxLength: 4 }), (panes) => {
      const goals = goalsOf(panes);
      const scaleOf = new Map<string, number>();
      for (const [at, { plane }] of panes.entries()) {
        const scale = goals[at]?.mmPerScreenPx ?? 0;
        expect(scaleOf.get(plane) ?? scale).toBe(scale);
        scaleOf.set(plane, scale);
      }
      expect(goalsOf(panes.map((pane) => ({ ...pane, marks: [] })))).toEqual(panes.map(() => null));
    }),
  );
});
