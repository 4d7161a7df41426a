import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  distributionOf,
  type DistributionId,
  findTerm,
  type Spread,
} from '../../../src/lexicon/index.ts';

describe('the distribution of a spread', () => {
  it.each<[number, number, Spread['follows'], DistributionId | undefined]>([
    [5, 10, 'nothing', 'grouped'],
    [4, 10, 'nothing', undefined],
    [5, 10.1, 'nothing', undefined],
    [6, 10.1, 'nothing', 'grouped'],
    [30, 20, 'nothing', 'grouped'],
    [30, 20.1, 'nothing', 'regional'],
    [4, 60, 'nothing', undefined],
    [4, 12, 'line', 'linear'],
    [40, 50, 'lobe', 'segmental'],
    [200, 120, 'whole breast', 'diffuse'],
  ])('%i calcifications over %f mm that follow %s are %s', (count, extentMm, follows, expected) => {
    expect(distributionOf({ count, extentMm, follows })).toBe(expected);
  });

  it('agrees with the extent that the lexicon gives to the term', () => {
    const spread = fc.record({
      count: fc.integer({ min: 1, max: 300 }),
      extentMm: fc.oneof(fc.double({ min: 0, max: 150, noNaN: true }), fc.constantFrom(10, 20)),
      follows: fc.constantFrom('nothing', 'line', 'lobe', 'whole breast'),
    });
    fc.assert(
      fc.property(spread, (measured) => {
        const id = distributionOf(measured);
        if (id === undefined) return;
        const { extentMm = {} } = findTerm('distribution', id);
        expect(contains(extentMm, measured.extentMm)).toBe(true);
      }),
    );
  });

  it.each([0, 2.5, -1, Number.NaN])('is refused for a count of %f', (count) => {
    expect(() => distributionOf({ count, extentMm: 5, follows: 'nothing' })).toThrow(
      /whole number of at least 1; found/,
    );
  });

  it.each([-1, Infinity, Number.NaN])('is refused for an extent of %f mm', (extentMm) => {
    expect(() => distributionOf({ count: 5, extentMm, follows: 'nothing' })).toThrow(
      /length in millimetres/,
    );
  });
});
