import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { MorphologyId } from '../../../../src/lexicon/index.ts';
import { growPhantom, openDraw, openView, type Phantom } from '../../../../src/phantom/index.ts';
import { lesionField } from '../../../../src/radiography/projection/field.ts';
import { type Shadow, shadowsOf } from '../../../../src/radiography/projection/shadow.ts';
import type { GreyRaster } from '../../../../src/radiography/raster.ts';
import { mirroredTruth } from '../../../../src/radiography/truth/mirror.ts';
import { areaOf, isWithin } from '../../../../src/radiography/truth/polygon.ts';
import { readerMeasures } from '../../../../src/radiography/truth/reader.ts';
import { truthOf } from '../../../../src/radiography/truth/reading.ts';
import { edgePart, silhouetteOf } from '../../../../src/radiography/truth/silhouette.ts';
import type { SpeckTruth, ViewTruth } from '../../../../src/radiography/truth/view-truth.ts';
import { hiddenBecause } from '../../../../src/radiography/truth/visibility.ts';

vi.setConfig({ testTimeout: 60_000 });

const level = 20000;
const noise = 1000;

/** The picture of a phantom's specks alone: level tissue with noise, and so much grey a millimetre of path. */
function pictured(
  phantom: Phantom,
  greyPerMm: number,
  { widthPx = 1280, heightPx = 1280, pitchUm = 38.9, view = 'magnification-cc' as const } = {},
): ViewTruth {
  const compression = openView(phantom, view);
  const frame = lesionField(phantom, compression, { widthPx, heightPx }, pitchUm);
  const shadows = shadowsOf(phantom, compression, frame);
  const draw = openDraw(1, 'noise');
  const pixels = Uint16Array.from(
    { length: widthPx * heightPx },
    () => level + noise * draw.normal(0, 1),
  );
  for (const shadow of shadows) addTo(pixels, shadow, widthPx, heightPx, greyPerMm);
  const raster: GreyRaster = { ...frame, pixels };
  return truthOf({ phantom, view, compression, frame, raster, thicknessMm: 50, shadows });
}

function addTo(
  pixels: Uint16Array,
  shadow: Shadow,
  widthPx: number,
  heightPx: number,
  greyPerMm: number,
) {
  shadow.pathMm.forEach((mm, at) => {
    const x = shadow.left + (at % shadow.widthPx);
    const y = shadow.top + Math.floor(at / shadow.widthPx);
    if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return;
    const to = y * widthPx + x;
    pixels[to] = Math.min(65535, (pixels[to] as number) + greyPerMm * mm);
  });
}

const compact: readonly MorphologyId[] = [
  'round',
  'punctate',
  'amorphous',
  'fine-pleomorphic',
  'coarse-heterogeneous',
];
const area = ({ outlinesPx }: Pick<SpeckTruth, 'outlinesPx'>) =>
  outlinesPx.reduce((sum, outline) => sum + areaOf(outline), 0);

describe('the outline of a speck', () => {
  it.each([...compact, 'fine-linear', 'milk-of-calcium', 'rim', 'vascular'] as MorphologyId[])(
    'encloses about as many pixels as its shadow darkens: %s',
    (morphology) => {
      const phantom = growPhantom({ seed: 3, morphology });
      const compression = openView(phantom, 'cc');
      const frame = lesionField(phantom, compression, { widthPx: 3000, heightPx: 3000 }, 50);
      for (const shadow of shadowsOf(phantom, compression, frame)) {
        const silhouette = silhouetteOf([shadow], frame);
        const peak = shadow.pathMm.reduce((a, b) => Math.max(a, b));
        const darkened = shadow.pathMm.filter((mm) => mm > edgePart * peak).length;
        const rim = shadow.widthPx + shadow.heightPx;
        expect(
          Math.abs(area(silhouette as SpeckTruth & typeof silhouette) - darkened),
        ).toBeLessThan(0.1 * darkened + 0.5 * rim);
      }
    },
  );

  it.each(compact)(
    'contains the middle of a compact speck, and is as wide as it: %s',
    (morphology) => {
      const phantom = growPhantom({ seed: 5, morphology, distribution: 'grouped' });
      const { specks } = pictured(phantom, 0);
      for (const { centrePx, outlinesPx, diameterMm, id } of specks) {
        expect(isWithin(outlinesPx, centrePx ?? [-1, -1])).toBe(true);
        const { spanMm = 0 } = phantom.specks[id] ?? {};
        expect(diameterMm).toBeGreaterThan(0.6 * spanMm - 0.04);
        expect(diameterMm).toBeLessThan(1.05 * spanMm + 0.04);
      }
    },
  );

  it('is cut off at the edge of the picture', () => {
    const phantom = growPhantom({ seed: 5, morphology: 'coarse', count: 1 });
    const size = { widthPx: 60, heightPx: 50 };
    const corners = pictured(phantom, 0, size).specks.flatMap(({ outlinesPx }) =>
      outlinesPx.flat(),
    );
    expect(corners.length).toBeGreaterThan(0);
    for (const [x, y] of corners) {
      expect(x >= 0 && x <= size.widthPx && y >= 0 && y <= size.heightPx).toBe(true);
    }
  });
});

describe('whether a speck can be seen', () => {
  const phantom = growPhantom({
    seed: 5,
    morphology: 'punctate',
    distribution: 'grouped',
    count: 12,
  });

  it('is told by how far it stands out: bright ones do, and without any contrast none', () => {
    expect(pictured(phantom, 200_000).measures.count).toBeGreaterThan(9);
    const none = pictured(phantom, 0);
    expect(none.measures.count).toBe(0);
    expect(none.specks.every(({ hidden }) => hidden !== null)).toBe(true);
    const mean =
      none.specks.reduce((sum, { contrastToNoise }) => sum + (contrastToNoise ?? 0), 0) / 12;
    expect(Math.abs(mean)).toBeLessThan(0.4);
  });

  it('grows with its contrast, in the units of the noise', () => {
    const of = (greyPerMm: number) =>
      pictured(phantom, greyPerMm).specks.map(
        ({ contrastToNoise }) => contrastToNoise ?? Number.NaN,
      );
    const [none, much] = [of(0), of(100_000)];
    const compression = openView(phantom, 'magnification-cc');
    const frame = lesionField(phantom, compression, { widthPx: 1280, heightPx: 1280 }, 38.9);
    for (const shadow of shadowsOf(phantom, compression, frame)) {
      const peak = shadow.pathMm.reduce((a, b) => Math.max(a, b));
      const rise = (much[shadow.id] ?? 0) - (none[shadow.id] ?? 0);
      expect(rise).toBeGreaterThan((0.3 * peak * 100_000) / noise);
      expect(rise).toBeLessThan((1.2 * peak * 100_000) / noise);
    }
  });

  const plain = {
    contrastToNoise: 0.8,
    diameterPx: 8,
    isOxalate: false,
    energyKev: 20,
    isBehindAnother: false,
  };
  it.each([
    ['stands out well', { contrastToNoise: 4 }, null],
    ['stands out too little', {}, 'too-faint'],
    ['is narrower than two pixels', { diameterPx: 1.7 }, 'too-small'],
    ['is oxalate, and would show as hydroxyapatite', { isOxalate: true }, 'oxalate'],
    [
      'is oxalate, and would not show as hydroxyapatite either',
      { isOxalate: true, contrastToNoise: 0.2 },
      'too-faint',
    ],
    ['lies behind a denser one', { contrastToNoise: 9, isBehindAnother: true }, 'behind-another'],
    ['lies where nothing can be compared with it', { contrastToNoise: null }, 'too-faint'],
  ] as const)('has one reason when it %s', (_, change, reason) => {
    expect(hiddenBecause({ ...plain, ...change })).toBe(reason);
  });

  it('says outside the field of what lies there', () => {
    const wide = growPhantom({
      seed: 5,
      morphology: 'punctate',
      distribution: 'diffuse',
      count: 40,
    });
    const { specks } = pictured(wide, 0, { widthPx: 600, heightPx: 600 });
    const outside = specks.filter(({ hidden }) => hidden === 'outside-field');
    expect(outside.length).toBeGreaterThan(3);
    expect(outside.every(({ centrePx, outlinesPx }) => !centrePx && outlinesPx.length === 0)).toBe(
      true,
    );
  });
});

describe('the truth of a right breast', () => {
  const truth = pictured(growPhantom({ seed: 8, morphology: 'fine-linear' }), 100_000);
  const mirrored = mirroredTruth(truth);

  it('is the mirror image of that of a left one', () => {
    mirrored.specks.forEach(({ centrePx, outlinesPx }, i) => {
      const left = truth.specks[i] as SpeckTruth;
      if (centrePx && left.centrePx)
        expect(centrePx[0] + left.centrePx[0]).toBeCloseTo(truth.widthPx, 6);
      outlinesPx.flat().forEach(([x, y], n) => {
        const [leftX, leftY] = left.outlinesPx.flat()[n] ?? [0, 0];
        expect([x + leftX, y]).toEqual([expect.closeTo(truth.widthPx, 6), leftY]);
      });
    });
    const { lesionPx } = mirrored;
    expect((lesionPx?.xPx ?? 0) + (lesionPx?.widthPx ?? 0)).toBe(
      truth.widthPx - (truth.lesionPx?.xPx ?? 0),
    );
  });

  it('mirrored once more is what it was', () => {
    expect(mirroredTruth(mirrored)).toEqual(truth);
  });

  it('has the same measures', () => {
    expect(mirrored.measures).toEqual(truth.measures);
  });
});

describe('what a reader measures in a view', () => {
  const at = (xMm: number, yMm: number, id: number): SpeckTruth =>
    ({
      id,
      centrePx: [xMm * 10, yMm * 10],
      diameterMm: 0.4,
      visible: true,
    }) as unknown as SpeckTruth;
  const solids = Array.from({ length: 9 }, (_, id) => ({ id, solid: { kind: 'grain' } })) as never;
  const measure = (places: readonly (readonly [number, number])[]) =>
    readerMeasures(
      places.map(([x, y], id) => at(x, y, id)),
      solids,
      100,
      [500, 100],
    );

  it.each([
    [
      'a line towards the nipple',
      [
        [10, 10],
        [20, 10],
        [30, 10],
        [40, 10],
      ],
      0,
    ],
    [
      'a line across the way to the nipple',
      [
        [20, 0],
        [20, 5],
        [20, 15],
        [20, 20],
      ],
      90,
    ],
    [
      'a line aslant',
      [
        [10, 0],
        [15, 5],
        [20, 10],
        [30, 20],
      ],
      45,
    ],
  ] as const)('the direction of %s', (_, places, degrees) => {
    const { offNippleDeg } = measure(places);
    expect(Math.abs((offNippleDeg ?? -99) - degrees)).toBeLessThan(3);
  });

  it('no direction of a round group', () => {
    const round = [
      [20, 10],
      [22, 10],
      [21, 11],
      [21, 9],
    ] as const;
    expect(measure(round).offNippleDeg).toBeNull();
  });

  it('distances with a ruler: extent from outline to outline, middle to nipple, densest 1 cm²', () => {
    const measures = measure([
      [10, 10],
      [13, 14],
      [30, 10],
    ]);
    expect(measures).toMatchObject({ count: 3, largestMm: 0.4, mostInSquareCm: 2 });
    expect(measures.extentMm).toBeCloseTo(20.4, 6);
    expect(measures.fromNippleMm).toBeCloseTo(Math.hypot(50 - 53 / 3, 10 - 34 / 3), 6);
  });

  it('nothing of nothing', () => {
    expect(measure([])).toMatchObject({
      count: 0,
      extentMm: 0,
      fromNippleMm: null,
      offNippleDeg: null,
    });
  });

  it('the same in any place and direction of the picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const draw = openDraw(seed, 'places');
        const places = Array.from(
          { length: 8 },
          () => [draw.uniform(0, 30), draw.uniform(0, 30)] as const,
        );
        const turned = places.map(([x, y]) => [10 + y, 40 - x] as const);
        const [a, b] = [measure(places), measure(turned)];
        expect(b.extentMm).toBeCloseTo(a.extentMm, 9);
        expect(b.mostInSquareCm).toBe(a.mostInSquareCm);
        expect(Math.abs(b.width - a.width)).toBeLessThan(0.03);
      }),
    );
  });
});
