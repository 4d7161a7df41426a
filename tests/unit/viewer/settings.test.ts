import { describe, expect, test } from 'vitest';
import { readSettings, slideAsSet } from '../../../src/viewer/settings.ts';

const needed = { pyramid: '/p/1.szi', view: 'histology', name: 'Histology' };

test('the attributes of the element become settings', () => {
  expect(readSettings({ ...needed, atDetector: 'true', umPerPixel: '0.499' })).toEqual({
    ...needed,
    atDetector: true,
    umPerPixel: 0.499,
  });
});

test.each([undefined, '', '0', '-1', 'abc', 'Infinity'])(
  'a pixel size of %j means that there is no physical scale',
  (umPerPixel) => {
    expect(readSettings({ ...needed, umPerPixel })).not.toHaveProperty('umPerPixel');
  },
);

test.each(['pyramid', 'view', 'name'])('a missing data-%s is said', (key) => {
  expect(() => readSettings({ ...needed, [key]: '' })).toThrow(`needs the attribute data-${key}`);
});

test('a viewer whose seat brings the image needs no address of one', () => {
  const image = { widthPx: 0, heightPx: 0, pixels: new Uint16Array(), window: { low: 0, high: 1 } };
  const seat = { image };
  expect(readSettings({ view: 'fresh', name: 'A view' }, seat)).toMatchObject({ view: 'fresh' });
});

describe('a slide as a reader sets it', () => {
  const order = { recipe: {}, biopsy: {}, depthUm: 1900, polars: { exposure: 10 } };
  const slide = { order, widthPx: 1000, heightPx: 500, deepestUm: 4000 };
  const plain = { ...slide, order: { recipe: {}, biopsy: {}, depthUm: 1900 } };

  test.each([
    ['nothing', {}],
    ['the depth that it has', { depthUm: 1900 }],
    ['the stage as it stands', { stageDeg: 0 }],
  ])('is itself where she sets %s: then its overview holds', (_name, setting) => {
    expect(slideAsSet(slide, setting)).toBe(slide);
  });

  test('is cut deeper, and the stage turned, with all else as it was', () => {
    const set = slideAsSet(slide, { depthUm: 1950, stageDeg: 45 });
    expect(set.order).toEqual({ ...order, depthUm: 1950, polars: { exposure: 10, stageDeg: 45 } });
    expect(slide.order.depthUm).toBe(1900);
  });

  test('in plain light is not changed by the stage', () => {
    expect(slideAsSet(plain, { stageDeg: 45 })).toBe(plain);
  });
});
