import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  clipped,
  edgesOf,
  insideEdges,
  type Polygon,
  polygonAreaUm2,
} from '../../../../src/microscopy/mineral/polygon.ts';

const square: Polygon = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const part = fc.double({ min: -3, max: 13, noNaN: true });

it('a polygon cut in two has its area in both halves together', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), part, (angle, reach) => {
      const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
      const halves = [clipped(square, nx, ny, reach), clipped(square, -nx, -ny, -reach)];
      const area = halves.reduce(
        (sum, half) => sum + (half.length > 0 ? polygonAreaUm2(half) : 0),
        0,
      );
      expect(area).toBeCloseTo(100, 6);
    }),
  );
});

it('a place is as far within a polygon as from its nearest edge, whichever way it runs', () => {
  for (const polygon of [square, [...square].reverse()]) {
    const edges = edgesOf(polygon);
    fc.assert(
      fc.property(part, part, (x, y) => {
        const inside = Math.min(x, y, 10 - x, 10 - y);
        expect(insideEdges(edges, x, y)).toBeCloseTo(inside, 9);
      }),
    );
  }
});
