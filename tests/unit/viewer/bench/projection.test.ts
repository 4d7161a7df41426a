import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxShown, imagePointAt, screenPointOf } from '../../../../src/viewer/bench/projection.ts';
import { orientations } from '../orientations.ts';

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const frame = fc.record({
  field: fc.record({ centreXPx: number(0, 5000), centreYPx: number(0, 5000) }),
  imagePxPerScreenPx: number(0.25, 20),
  orientation: orientations,
  widthPx: number(100, 2000),
  heightPx: number(100, 2000),
});

test('a place in a picture is found where it is shown, however the picture lies', () => {
  fc.assert(
    fc.property(frame, number(0, 2000), number(0, 2000), (shown, x, y) => {
      const [foundX, foundY] = screenPointOf(shown, imagePointAt(shown, [x, y]));
      expect(foundX).toBeCloseTo(x, 6);
      expect(foundY).toBeCloseTo(y, 6);
    }),
  );
});

test('the rectangle that is shown holds each corner of the frame, and its middle is the centre', () => {
  fc.assert(
    fc.property(frame, (shown) => {
      const { from, to } = boxShown(shown);
      for (const corner of [
        [0, 0],
        [shown.widthPx, 0],
        [0, shown.heightPx],
        [shown.widthPx, shown.heightPx],
      ] as const) {
        const place = imagePointAt(shown, corner);
        for (const axis of [0, 1] as const) {
          expect(place[axis]).toBeGreaterThanOrEqual(from[axis] - 1e-6);
          expect(place[axis]).toBeLessThanOrEqual(to[axis] + 1e-6);
        }
      }
      expect((from[0] + to[0]) / 2).toBeCloseTo(shown.field.centreXPx, 6);
      expect((from[1] + to[1]) / 2).toBeCloseTo(shown.field.centreYPx, 6);
    }),
  );
});
