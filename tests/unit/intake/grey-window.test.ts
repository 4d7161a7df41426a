import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf } from '../../../src/intake/grey-window.ts';

function histogram(counts: Record<number, number>): Float64Array {
  const levels = new Float64Array(65_536);
  for (const [level, count] of Object.entries(counts)) levels[Number(level)] = count;
  return levels;
}

describe('The grey window of a radiograph', () => {
  it('leaves out the empty field around the breast', () => {
    const tissue = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [1000 + i, 10]));
    const { low, high } = windowOf(histogram({ 0: 1e6, ...tissue }));
    expect(low).toBe(1009);
    expect(high).toBeGreaterThan(1990);
  });

  it('keeps the brightest specks apart: a ten-thousandth of the pixels is not clipped together with tissue', () => {
    const { high } = windowOf(histogram({ 0: 5, 1000: 90_000, 2000: 9_900, 3800: 100 }));
    expect(high).toBe(3800);
  });

  it.each([
    ['black', { 0: 10 }, { low: 0, high: 1 }],
    ['white', { 65535: 10 }, { low: 65_534, high: 65_535 }],
    ['of two levels', { 5: 10, 9: 10 }, { low: 5, high: 9 }],
    ['without a pixel', {}, { low: 0, high: 1 }],
  ])('exists for an image that is %s', (_, counts, expected) => {
    expect(windowOf(histogram(counts))).toEqual(expected);
  });

  it('always has its low end below its high end, within 16 bits', () => {
    const level = fc.nat(65_535);
    fc.assert(
      fc.property(fc.dictionary(level.map(String), fc.nat(1e6), { maxKeys: 30 }), (counts) => {
        const { low, high } = windowOf(histogram(counts));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThan(high);
        expect(high).toBeLessThanOrEqual(65_535);
      }),
    );
  });
});
