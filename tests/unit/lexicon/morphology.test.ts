import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  findTerm,
  type Interval,
  morphologies,
  type MorphologyId,
  printInterval,
  type SizeLimit,
} from '../../../src/lexicon/index.ts';

function limit(id: MorphologyId, of: SizeLimit['of']): Interval {
  const found = findTerm('morphology', id).sizes.find((size) => size.of === of);
  if (found === undefined) throw new Error(`${id} has no size for its ${of}`);
  return found.sizeMm;
}

const anySizeMm = fc.oneof(
  fc.double({ min: 0, max: 20, noNaN: true }),
  fc.constantFrom(0.08, 0.2, 0.5, 1, 2, 3),
);

describe('the sizes of the morphologies', () => {
  it('are those of the definitions', () => {
    const printed = morphologies.flatMap(({ id, sizes }) =>
      sizes.map(({ of, sizeMm }) => `${id}: ${of} ${printInterval(sizeMm, 'mm')}`),
    );
    expect(printed.map((size) => size.replace('\u202f', ' '))).toEqual([
      'skin: group <5 mm',
      'coarse: particle >2 mm',
      'large-rod-like: calibre ≥0.5 mm',
      'large-rod-like: length 3–10 mm',
      'round: particle ≥0.5 mm',
      'punctate: particle <0.5 mm',
      'rim: wall <1 mm',
      'rim: sphere ≥1 mm',
      'dystrophic: particle >1 mm',
      'amorphous: particle 0.08–0.2 mm',
      'coarse-heterogeneous: particle 0.5–1 mm',
      'fine-pleomorphic: particle <0.5 mm',
      'fine-linear: calibre <0.5 mm',
    ]);
  });

  it('are ranges that hold something', () => {
    const empty = morphologies.flatMap(({ id, sizes }) =>
      sizes
        .filter(({ sizeMm: { min = 0, max = Infinity } }) => !(min >= 0 && min < max))
        .map(({ of }) => `${id} ${of}`),
    );
    expect(empty).toEqual([]);
  });

  it.each<[MorphologyId, MorphologyId, SizeLimit['of'], SizeLimit['of']]>([
    ['punctate', 'round', 'particle', 'particle'],
    ['fine-pleomorphic', 'coarse-heterogeneous', 'particle', 'particle'],
    ['coarse-heterogeneous', 'dystrophic', 'particle', 'particle'],
    ['fine-pleomorphic', 'coarse', 'particle', 'particle'],
    ['amorphous', 'coarse-heterogeneous', 'particle', 'particle'],
    ['fine-linear', 'large-rod-like', 'calibre', 'calibre'],
  ])('never make %s as large as %s', (smaller, larger, ofSmaller, ofLarger) => {
    const [below, above] = [limit(smaller, ofSmaller), limit(larger, ofLarger)];
    fc.assert(
      fc.property(anySizeMm, anySizeMm, (a, b) => {
        expect(contains(below, a) && contains(above, a)).toBe(false);
        if (contains(below, a) && contains(above, b)) expect(a).toBeLessThan(b);
      }),
    );
  });

  it('leave no gap between punctate and round', () => {
    fc.assert(
      fc.property(anySizeMm, (sizeMm) => {
        const fits = [limit('punctate', 'particle'), limit('round', 'particle')];
        expect(fits.filter((each) => contains(each, sizeMm))).toHaveLength(1);
      }),
    );
  });
});

describe('the two groups', () => {
  it('are ten typically benign terms, then four suspicious ones', () => {
    expect(morphologies.map(({ group }) => group)).toEqual([
      ...Array(10).fill('typically-benign'),
      ...Array(4).fill('suspicious'),
    ]);
  });

  it('put punctate under the heading round, as the 5th edition does', () => {
    expect(
      morphologies.filter(({ within }) => within).map(({ id, within }) => [id, within]),
    ).toEqual([['punctate', 'round']]);
  });
});
