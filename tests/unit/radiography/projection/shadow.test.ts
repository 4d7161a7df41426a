import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MorphologyId } from '../../../../src/lexicon/index.ts';
import { growPhantom, inView, openView, type Phantom } from '../../../../src/phantom/index.ts';
import { lesionField } from '../../../../src/radiography/projection/field.ts';
import { openProjection } from '../../../../src/radiography/projection/projection.ts';
import { type Shadow, shadowOf, shadowsOf } from '../../../../src/radiography/projection/shadow.ts';
import { pixelAt } from '../../../../src/radiography/raster.ts';

/** Holds the largest breast at the finest pitch, wherever in it the lesion lies. */
const wide = { widthPx: 8000, heightPx: 8000 };
const compact: readonly MorphologyId[] = [
  'round',
  'punctate',
  'amorphous',
  'coarse-heterogeneous',
  'fine-pleomorphic',
];
const morphologies: readonly MorphologyId[] = [
  ...compact,
  'fine-linear',
  'milk-of-calcium',
  'rim',
  'vascular',
  'large-rod-like',
  'dystrophic',
];

/** Volume of the mineral under a shadow. */
const volumeMm3 = ({ pathMm }: Shadow, pitchMm: number) =>
  pathMm.reduce((sum, mm) => sum + mm, 0) * pitchMm * pitchMm;

/** Centre and spread of a shadow, in columns and rows of the image. */
function momentsOf({ pathMm, widthPx, left, top }: Shadow) {
  let [mass, x, y, xx, yy] = [0, 0, 0, 0, 0];
  pathMm.forEach((mm, at) => {
    const [column, row] = [left + (at % widthPx), top + Math.floor(at / widthPx)];
    mass += mm;
    x += mm * column;
    y += mm * row;
    xx += mm * column * column;
    yy += mm * row * row;
  });
  x /= mass;
  y /= mass;
  return { x, y, across: Math.sqrt(xx / mass - x * x), along: Math.sqrt(yy / mass - y * y) };
}

describe('the shadows of specks', () => {
  it('hold the mineral of their specks, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...morphologies),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom(39, 70),
        (morphology, seed, pitchUm) => {
          const phantom = growPhantom({ seed, morphology });
          const compression = openView(phantom, 'cc');
          const frame = lesionField(phantom, compression, wide, pitchUm);
          // Up to twenty from all over the lesion: some have hundreds.
          const every = Math.ceil(phantom.specks.length / 20);
          for (const speck of phantom.specks.filter((_, n) => n % every === 0)) {
            const shadow = shadowOf(speck, compression, frame);
            expect(shadow).toBeDefined();
            const mm3 = volumeMm3(shadow as Shadow, pitchUm / 1000);
            expect(mm3 / speck.mineralMm3).toBeCloseTo(1, 4);
          }
        },
      ),
      {
        numRuns: 12,
        // Specks so far from the middle of the lesion that a field of 156 mm does not hold them.
        examples: [
          ['large-rod-like', 7, 39],
          ['vascular', 113, 39],
          // A cyst in which nothing had settled once counted as a calcification.
          ['milk-of-calcium', 1, 39],
        ],
      },
    );
  });

  it('come into the map of paths whole', () => {
    const phantom = growPhantom({
      seed: 3,
      morphology: 'fine-pleomorphic',
      distribution: 'grouped',
    });
    const compression = openView(phantom, 'magnification-cc');
    const frame = lesionField(phantom, compression, { widthPx: 350, heightPx: 350 }, 78);
    const { materials, fill } = openProjection(phantom, compression, frame);
    const paths = materials.map(() => new Float32Array(350 * 350));
    void fill(0, 350, paths);
    const found = ['hydroxyapatite', 'weddellite'].reduce((sum, id) => {
      const path = paths[materials.indexOf(id as 'weddellite')] as Float32Array;
      return sum + path.reduce((a, b) => a + b, 0) * 0.078 * 0.078;
    }, 0);
    const made = phantom.specks.reduce((sum, { mineralMm3 }) => sum + mineralMm3, 0);
    expect(found / made).toBeCloseTo(1, 3);
  });

  it.each(compact)('lie where the speck is in the view: %s', (morphology) => {
    const phantom = growPhantom({ seed: 9, morphology, distribution: 'grouped' });
    const compression = openView(phantom, 'ml');
    const frame = lesionField(phantom, compression, wide, 70);
    for (const speck of phantom.specks) {
      const shadow = shadowOf(speck, compression, frame);
      const [column, row] = pixelAt(frame, [...inView(speck, compression).at] as unknown as [
        number,
        number,
      ]);
      const { x, y } = momentsOf(shadow as Shadow);
      // A notched or lopsided piece has its mass beside its middle, by less than a third of its size.
      const sizePx = speck.spanMm / 0.07;
      expect(Math.abs(x - column)).toBeLessThan(0.1 + sizePx / 3);
      expect(Math.abs(y - row)).toBeLessThan(0.1 + sizePx / 3);
    }
  });

  it('move with their speck by parts of a pixel', () => {
    const phantom = growPhantom({ seed: 4, morphology: 'punctate', distribution: 'grouped' });
    const compression = openView(phantom, 'cc');
    const frame = lesionField(phantom, compression, wide, 70);
    const speck = phantom.specks[0] as Phantom['specks'][number];
    // A pixel holds the mean over its area, so the centre of a small shadow is true to a twentieth.
    const at = momentsOf(shadowOf(speck, compression, frame) as Shadow);
    const [left, top] = frame.originMm;
    for (const part of [0.1, 0.37, 0.5, 0.9]) {
      const moved = { ...frame, originMm: [left - part * 0.07, top + part * 0.07] as const };
      const there = momentsOf(shadowOf(speck, compression, moved) as Shadow);
      expect(there.x - at.x).toBeCloseTo(part, 1);
      expect(there.y - at.y).toBeCloseTo(part, 1);
    }
  });

  it('tell milk of calcium: flat from the side, round smudges from above', () => {
    const phantom = growPhantom({ seed: 6, morphology: 'milk-of-calcium' });
    const shapes = (['magnification-cc', 'magnification-ml'] as const).map((view) => {
      const compression = openView(phantom, view);
      const frame = lesionField(phantom, compression, wide, 39);
      return shadowsOf(phantom, compression, frame).map((shadow) => {
        const { across, along } = momentsOf(shadow);
        return { flatness: along / across, densest: Math.max(...shadow.pathMm) };
      });
    });
    const [above, side] = shapes as [(typeof shapes)[0], (typeof shapes)[0]];
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(above.map(({ flatness }) => flatness))).toBeGreaterThan(0.85);
    expect(mean(side.map(({ flatness }) => flatness))).toBeLessThan(0.6);
    expect(mean(side.map(({ densest }) => densest))).toBeGreaterThan(
      mean(above.map(({ densest }) => densest)),
    );
  });
});
