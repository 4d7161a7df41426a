import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contoursOf, type PlaneLattice } from '../../../../src/phantom/index.ts';
import {
  areaOf,
  fromSegment,
  isWithin,
  simplified,
  spanOf,
} from '../../../../src/radiography/truth/polygon.ts';
import type { PixelPoint } from '../../../../src/radiography/truth/view-truth.ts';

/** A lattice whose values fall off by 1 a pixel from the edge of something, which is at 0.5. */
function latticeOf(side: number, insideBy: (x: number, y: number) => number): PlaneLattice {
  const values = Float64Array.from({ length: side * side }, (_, at) =>
    Math.max(0, Math.min(1, 0.5 + insideBy(at % side, Math.floor(at / side)))),
  );
  return { columns: side, rows: side, values };
}

const disc = (cx: number, cy: number, r: number) => (x: number, y: number) =>
  r - Math.hypot(x - cx, y - cy);

const discs = fc.record({
  x: fc.double({ min: 18, max: 30, noNaN: true }),
  y: fc.double({ min: 18, max: 30, noNaN: true }),
  r: fc.double({ min: 2, max: 14, noNaN: true }),
});

describe('the outline of a shape', () => {
  it('has the area, the diameter and the middle of the shape, wherever it lies on the pixels', () => {
    fc.assert(
      fc.property(discs, ({ x, y, r }) => {
        const outlines = contoursOf(latticeOf(48, disc(x, y, r)), 0.5);
        expect(outlines).toHaveLength(1);
        const [outline = []] = outlines;
        expect(Math.abs(areaOf(outline) / (Math.PI * r * r) - 1)).toBeLessThan(0.3 / r);
        expect(Math.abs(spanOf(outlines) - 2 * r)).toBeLessThan(0.25);
        expect(isWithin(outlines, [x, y])).toBe(true);
        expect(isWithin(outlines, [x + r + 1, y])).toBe(false);
      }),
    );
  });

  it('leaves a hole where the shape is hollow: areas add up, and its middle is not within', () => {
    fc.assert(
      fc.property(discs, ({ x, y }) => {
        const ring = (px: number, py: number) =>
          Math.min(disc(x, y, 12)(px, py), -disc(x, y, 6)(px, py));
        const outlines = contoursOf(latticeOf(48, ring), 0.5);
        expect(outlines).toHaveLength(2);
        const area = outlines.reduce((sum, outline) => sum + areaOf(outline), 0);
        expect(area / (Math.PI * (144 - 36))).toBeCloseTo(1, 1);
        expect(isWithin(outlines, [x, y])).toBe(false);
        expect(isWithin(outlines, [x + 9, y])).toBe(true);
      }),
    );
  });

  it('falls apart where the shape does', () => {
    const two = (x: number, y: number) => Math.max(disc(10, 12, 5)(x, y), disc(30, 30, 7)(x, y));
    expect(contoursOf(latticeOf(48, two), 0.5).map(areaOf).map(Math.round)).toEqual([77, 152]);
  });

  it('closes at the edge of the picture', () => {
    const outlines = contoursOf(latticeOf(20, disc(0, 10, 6)), 0.5);
    expect(outlines).toHaveLength(1);
    expect(areaOf(outlines[0] ?? [])).toBeGreaterThan(0.45 * Math.PI * 36);
  });

  it.each([
    ['nothing', 0],
    ['everything', 1],
  ])('is there once or not at all: %s', (_, value) => {
    const all = { columns: 4, rows: 3, values: new Float64Array(12).fill(value) };
    expect(contoursOf(all, 0.5)).toHaveLength(value);
  });
});

describe('an outline with fewer corners', () => {
  it('strays nowhere farther than allowed, and has fewer corners', () => {
    fc.assert(
      fc.property(
        discs,
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        ({ x, y, r }, tolerance) => {
          const wavy = (px: number, py: number) =>
            disc(x, y, r)(px, py) + 1.2 * Math.sin(px) * Math.cos(py);
          for (const outline of contoursOf(latticeOf(48, wavy), 0.5)) {
            const fewer = simplified(outline, tolerance);
            expect(fewer.length).toBeLessThanOrEqual(outline.length);
            for (const point of outline) {
              const off = fewer.map((a, i) =>
                fromSegment(point, a, fewer[(i + 1) % fewer.length] as PixelPoint),
              );
              expect(Math.min(...off)).toBeLessThanOrEqual(tolerance + 1e-9);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
