import { describe, expect, it } from 'vitest';
import { openSlides, type SlideOrder, slideSize } from '../../../src/microscopy/index.ts';

const order: SlideOrder = {
  recipe: { seed: 8, ageYears: 44, density: 'a', morphology: 'fine-pleomorphic' },
  biopsy: { gauge: 9, cores: 8 },
  depthUm: 2400,
};
const slideOf = openSlides();

describe('a slide', () => {
  it('has whole pixels at every level and is as large as the face of its block', () => {
    const { widthPx, heightPx } = slideSize({ widthMm: 47.2, heightMm: 25.025 });
    expect([widthPx % 256, heightPx % 256]).toEqual([0, 0]);
    expect(widthPx * 0.25).toBeGreaterThanOrEqual(47200);
    expect(widthPx * 0.25).toBeLessThan(47200 + 64);
    expect(heightPx * 0.25).toBeGreaterThanOrEqual(25025);
  });

  it('shares its section with its polarised twin, and differs from it in the light alone', () => {
    const plain = slideOf(order);
    const twin = slideOf({ ...order, polars: { stageDeg: 45 } });
    expect(twin.scene).toBe(plain.scene);
    expect(plain.light.polars).toBeUndefined();
    expect(twin.light.polars).toMatchObject({ stageDeg: 45, crossingDeg: 90 });
    expect(twin.light.stain).toEqual(plain.light.stain);
  });

  it('is stained as its laboratory does, but for what the order says', () => {
    const usual = slideOf(order).light.stain;
    const { stain } = slideOf({ ...order, stain: { haematoxylin: 1.6 } }).light;
    expect(stain).toEqual({ ...usual, haematoxylin: 1.6 });
  });

  it.each<[string, Partial<SlideOrder>, string]>([
    ['a depth outside of the block', { depthUm: 99999 }, 'below its face, not at 99999 µm.'],
    ['a depth above its face', { depthUm: -4 }, 'A section of this block lies from 0 to'],
    ['a depth that is no number', { depthUm: Number.NaN }, 'A section of this block lies from 0'],
    ['a stain that no laboratory has', { stain: { eosin: 40 } }, 'The `eosin` of a stain cannot'],
    [
      'an analyser beyond crossed',
      { polars: { crossingDeg: 120 } },
      'a `crossingDeg` from 0 to 90',
    ],
    [
      'a lesion that there is not',
      { recipe: { ...(order.recipe as object), lesion: 'sarcoma' } },
      '`lesion` must be one of',
    ],
    ['a needle that is not sold', { biopsy: { gauge: 3, cores: 8 } }, 'A biopsy needs a `gauge`'],
  ])('is refused in a sentence: %s', (_, part, sentence) => {
    expect(() => slideOf({ ...order, ...part })).toThrow(sentence);
  });
});
