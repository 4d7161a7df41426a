import { expect, test } from 'vitest';
import { lookAlikePairs } from '../../../src/lexicon/index.ts';

test('the drill begins with the three classical pairs, and no pair comes twice', () => {
  expect(lookAlikePairs.slice(0, 3).map(({ of }) => of.join(' | '))).toEqual([
    'amorphous | coarse-heterogeneous',
    'large-rod-like | fine-linear',
    'vascular | fine-linear',
  ]);
  const keys = lookAlikePairs.map(({ of }) => [...of].sort().join());
  expect(new Set(keys).size).toBe(keys.length);
});
