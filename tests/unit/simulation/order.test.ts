import { expect, test } from 'vitest';
import { rendererDigest } from '../../../src/simulation/code-digest.ts';
import { orderDigest } from '../../../src/simulation/order.ts';

const recipe = { seed: 7, morphology: 'amorphous' } as const;
const biopsy = { gauge: 9, cores: 8, missMm: 0 } as const;

test('the digest of the code is that of the code as it is now', () => {
  for (const renderer of ['radiograph', 'slide'] as const) {
    expect(rendererDigest(renderer)).toMatch(/^[0-9a-f]{64}$/);
    expect(rendererDigest(renderer)).toBe(rendererDigest(renderer));
  }
  expect(rendererDigest('slide')).not.toBe(rendererDigest('radiograph'));
});

test('the same order has the same digest, in whatever order its fields are written', () => {
  const turned = { morphology: 'amorphous', seed: 7 } as const;
  expect(orderDigest({ view: 'cc', recipe: turned })).toBe(orderDigest({ recipe, view: 'cc' }));
});

test('another seed, another view or another patient is another order', () => {
  const orders = [
    { recipe },
    { recipe, view: 'cc' },
    { recipe, view: 'mlo' },
    { recipe: { ...recipe, seed: 8 }, view: 'cc' },
  ] as const;
  expect(new Set(orders.map(orderDigest)).size).toBe(orders.length);
});

test('a needle changes the specimen and not the mammogram taken before it', () => {
  const digests = (view: 'cc' | 'specimen-radiograph') =>
    new Set([orderDigest({ recipe, view }), orderDigest({ recipe, biopsy, view })]).size;
  expect(digests('cc')).toBe(1);
  expect(digests('specimen-radiograph')).toBe(2);
});
