import { describe, expect, it } from 'vitest';
import { habits } from '../../../../src/phantom/habit.ts';
import { lineThrough, measureInView } from '../../../../src/phantom/measures.ts';
import { growPhantom } from '../../../../src/phantom/phantom.ts';
import { dot } from '../../../../src/phantom/vector.ts';
import { lineViewIds, openView } from '../../../../src/phantom/view.ts';

const inDucts = Object.entries(habits).flatMap(([morphology, { arrangements }]) =>
  morphology !== 'vascular' && arrangements.includes('linear') ? [morphology] : [],
);

describe('a row of calcifications', () => {
  it.each(inDucts)(
    'that are %s is a line from above, obliquely and from the side',
    (morphology) => {
      for (const seed of [61, 62, 63]) {
        const phantom = growPhantom({ seed, morphology, distribution: 'linear' });
        for (const view of lineViewIds) {
          const { width, extentMm } = measureInView(phantom, openView(phantom, view));
          expect(width).toBeLessThan(0.2);
          expect(extentMm).toBeGreaterThan(20);
        }
      }
    },
  );

  it.each(inDucts)('that are %s goes on without a wide gap', (morphology) => {
    const { specks } = growPhantom({ seed: 64, morphology, distribution: 'linear' });
    const places = specks.map(({ at }) => at);
    const { direction } = lineThrough(places);
    const along = places.map((at) => dot(at, direction)).sort((a, b) => a - b);
    const gaps = along.slice(1).map((here, i) => here - (along[i] ?? here));
    const whole = (along[along.length - 1] ?? 0) - (along[0] ?? 0);
    expect(Math.max(...gaps)).toBeLessThan(whole / 3);
  });

  it('keeps to the lobe that the recipe puts it into', () => {
    const site = { xMm: 35, yMm: 10, zMm: 8 };
    const recipe = { seed: 65, morphology: 'punctate', distribution: 'linear' };
    const { lesion } = growPhantom({ ...recipe, site });
    const { lesion: other } = growPhantom({ ...recipe, site, count: 12 });
    expect(lesion.lobe).toBe(other.lobe);
  });
});
