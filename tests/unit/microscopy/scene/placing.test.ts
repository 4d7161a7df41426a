import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOf, type Place, placesIn } from '../../../../src/microscopy/scene/placing.ts';

const field = { left: -60, top: 40, right: 140, bottom: 240 };
const everywhere = () => true;
const key = ({ x, y, bits }: Place) => `${x} ${y} ${bits}`;
const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('places of cells', () => {
  it('are never nearer to each other than the spacing', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, rounds) => {
        const places = placesIn(field, seed, 9, rounds, everywhere);
        const gaps = places.flatMap((a, n) =>
          places.slice(n + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
        );
        expect(gaps.every((gap) => gap >= 9)).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it('are the same in every field that has them, given room about it', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, rounds) => {
        const allowed = (x: number, y: number) => (x * x + y * y) % 700 < 500;
        const reach = (2 * rounds - 1) * 9 + 9;
        const wide = placesIn(field, seed, 9, rounds, allowed);
        const part = { left: 0, top: 100, right: 110, bottom: 190 };
        const inner = ({ x, y }: Place) =>
          x > part.left + reach &&
          x < part.right - reach &&
          y > part.top + reach &&
          y < part.bottom - reach;
        const some = placesIn(part, seed, 9, rounds, allowed);
        // The order is the same too, so that sums over cells are.
        expect(some.filter(inner).map(key)).toEqual(wide.filter(inner).map(key));
      }),
      { numRuns: 20 },
    );
  });

  it('fill the field the better the more rounds there are', () => {
    const counts = [1, 2, 3].map((rounds) => placesIn(field, 5, 9, rounds, everywhere).length);
    expect(counts[1]).toBeGreaterThan(1.1 * (counts[0] as number));
    expect(counts[2]).toBeGreaterThan(counts[1] as number);
    // Discs of half the spacing cover more than two fifths of the field.
    expect(((counts[2] as number) * Math.PI * 4.5 ** 2) / 40000).toBeGreaterThan(0.4);
  });

  it('draw numbers that are spread evenly', () => {
    const parts = placesIn(field, 8, 4, 2, everywhere).map(({ bits }) => partOf(bits, 3));
    expect(parts.reduce((sum, part) => sum + part, 0) / parts.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...parts)).toBeLessThan(0.05);
    expect(Math.max(...parts)).toBeGreaterThan(0.95);
  });
});
