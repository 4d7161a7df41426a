import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCluster, fieldMm, pathOf } from '../../../src/components/cluster.ts';

test('the mark is a group: five or more specks within one square centimetre', () => {
  const specks = drawCluster();
  expect(specks.length).toBeGreaterThanOrEqual(5);
  expect(fieldMm).toBe(10);
});

test('every speck lies inside the field, whatever the seed', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { xMm, yMm, outlineMm } of drawCluster(9, seed))
        for (const [dx, dy] of outlineMm) {
          expect(Math.min(xMm + dx, yMm + dy)).toBeGreaterThan(0);
          expect(Math.max(xMm + dx, yMm + dy)).toBeLessThan(fieldMm);
        }
    }),
    { numRuns: 50 },
  );
});

test('the same seed gives the same drawing', () => {
  const draw = () => drawCluster(12, 7).map((speck) => pathOf(speck));
  expect(draw()).toEqual(draw());
  expect(draw()).not.toEqual(drawCluster(12, 8).map((speck) => pathOf(speck)));
});
