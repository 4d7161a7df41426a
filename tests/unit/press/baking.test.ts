import { expect, test } from 'vitest';
import { slidesAt } from '../../../src/press/baking.ts';
import type { PyramidJob } from '../../../src/pyramid/index.ts';

const job = (view: string): PyramidJob => ({
  id: view,
  name: `a-case, ${view}`,
  megapixels: 100,
  source: {
    kind: 'rendered',
    order: { recipe: { seed: 1 }, view, section: { depthUm: 400 } },
    digest: view,
    widthPx: 10,
    heightPx: 10,
    channels: 3,
  },
});

test('slides are made at the level that is asked for, under the names that pages know', () => {
  const jobs = [job('magnification-cc'), job('histology'), job('polarised')];
  const baked = slidesAt(3, jobs);
  expect(baked.map(({ id }) => id)).toEqual(['histology', 'polarised']);
  for (const { source, megapixels } of baked) {
    expect(source).toMatchObject({ order: { level: 3, section: { depthUm: 400 } } });
    // Twice as fine along each side: four times the work, which its time limit knows.
    expect(megapixels).toBe(400);
  }
});

test('an image file is no slide to bake', () => {
  const source = { kind: 'file', path: 'a.tif' } as const;
  expect(slidesAt(3, [{ id: 'a', name: 'a', megapixels: 1, source }])).toEqual([]);
});

test('what is no finer than the overview is refused', () => {
  expect(() => slidesAt(6, [])).toThrow('finer than their overview');
});
