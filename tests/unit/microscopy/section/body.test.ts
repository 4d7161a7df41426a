import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phantomPoint, type PhantomPoint } from '../../../../src/phantom/index.ts';
import { insideMm, partsNear, type Shape } from '../../../../src/microscopy/section/body.ts';

const place = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: -5, max: 5, noNaN: true })))
  .map(([x, y, z]) => phantomPoint(x as number, y as number, z as number));
const mm = fc.double({ min: 0.01, max: 2, noNaN: true });
const vessel = fc
  .array(fc.tuple(place, mm), { minLength: 1, maxLength: 8 })
  .map((points): Shape => ({
    kind: 'limb',
    course: points.map(([at]) => at),
    radiiMm: points.map(([, radius]) => radius),
  }));

const from = (a: PhantomPoint, b: PhantomPoint) =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

it('a point near a vessel is as near to one of the parts that come near the field it lies in', () => {
  fc.assert(
    fc.property(vessel, place, place, mm, (whole, middle, point, roomMm) => {
      // A point on the border itself is in or out by the last bit.
      fc.pre(Math.abs(insideMm(whole, point) + roomMm) > 1e-9);
      const parts = partsNear(whole, middle, from(middle, point) + roomMm + 1e-9);
      const isIn = (shape: Shape) => insideMm(shape, point) > -roomMm;
      expect(parts.some(isIn)).toBe(isIn(whole));
    }),
  );
});

it('where a vessel widens within a bend, its parts are no wider than the whole', () => {
  const bent: Shape = {
    kind: 'limb',
    course: [phantomPoint(0, 0, 0), phantomPoint(1, 0, 0), phantomPoint(0, 0.2, 0)],
    radiiMm: [0.01, 1.5, 0.01],
  };
  const point = phantomPoint(0.4, 0.1, 1);
  const parts = partsNear(bent, point, 2).map((part) => insideMm(part, point));
  expect(Math.max(...parts)).toBe(insideMm(bent, point));
});

it('of a vessel that runs far from the field no part is left', () => {
  const far: Shape = {
    kind: 'limb',
    course: [phantomPoint(0, 0, 0), phantomPoint(10, 0, 0), phantomPoint(20, 0, 0)],
    radiiMm: [1, 1, 1],
  };
  expect(partsNear(far, phantomPoint(0, 5, 0), 3.9)).toEqual([]);
  expect(partsNear(far, phantomPoint(0, 5, 0), 4.1)).toHaveLength(1);
});
