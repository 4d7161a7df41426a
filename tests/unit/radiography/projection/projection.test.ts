import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compressedPoint, growPhantom, openView } from '../../../../src/phantom/index.ts';
import { contactField, fits, lesionField } from '../../../../src/radiography/projection/field.ts';
import {
  openProjection,
  type Projection,
} from '../../../../src/radiography/projection/projection.ts';
import { openTissue, type Tissue } from '../../../../src/radiography/projection/tissue.ts';
import { type Frame, pixelCentreMm } from '../../../../src/radiography/raster.ts';

const phantom = growPhantom({
  seed: 5,
  morphology: 'punctate',
  distribution: 'grouped',
  density: 'c',
});
const tissue = openTissue(phantom);

/** All paths of a projection, filled in blocks of so many rows. */
function pathsOf({ frame, materials, fill }: Projection, blockRows = frame.heightPx) {
  const paths = materials.map(() => new Float32Array(frame.widthPx * frame.heightPx));
  for (let first = 0; first < frame.heightPx; first += blockRows) {
    const rows = Math.min(blockRows, frame.heightPx - first);
    const from = first * frame.widthPx;
    void fill(
      first,
      rows,
      paths.map((path) => path.subarray(from, from + rows * frame.widthPx)),
    );
  }
  return Object.fromEntries(materials.map((id, n) => [id, paths[n] as Float32Array]));
}

/** A frame that holds the whole breast at a coarse pitch. */
const coarse = (view: 'cc' | 'mlo' | 'ml'): Frame =>
  contactField(phantom, openView(phantom, view), { widthPx: 180, heightPx: 240 }, 1000);

const views = ['cc', 'mlo', 'ml'] as const;
const wholes = new Map(
  views.map((view) => {
    const projection = openProjection(phantom, openView(phantom, view), coarse(view), tissue);
    return [view, pathsOf(projection)];
  }),
);

// Growing the tissue of a breast takes a second or two.
vi.setConfig({ testTimeout: 60_000 });

describe.each(views)('the projection of a breast in %s', (view) => {
  const compression = openView(phantom, view);
  const frame = coarse(view);
  const paths = wholes.get(view) ?? {};

  it('adds up to the thickness of the pressed breast along every ray', () => {
    let worst = 0;
    for (let at = 0; at < frame.widthPx * frame.heightPx; at++) {
      const sum = Object.values(paths).reduce((total, path) => total + (path[at] as number), 0);
      const centre = pixelCentreMm(frame, at % frame.widthPx, Math.floor(at / frame.widthPx));
      worst = Math.max(worst, Math.abs(sum - 2 * compression.halfThicknessMm(...centre)));
    }
    expect(worst).toBeLessThan(0.2);
  });

  it('has no negative path', () => {
    const least = Math.min(
      ...Object.values(paths).map((path) => path.reduce((a, b) => Math.min(a, b))),
    );
    expect(least).toBeGreaterThan(-1e-5);
  });

  it('crosses the skin twice in the middle and nothing but skin at the rim', () => {
    const { skin = new Float32Array() } = paths;
    const [u, v] = [compression.depthMm * 0.5, 0];
    const column = Math.round((u - frame.originMm[0]) / 1 - 0.5);
    const row = Math.round((frame.originMm[1] - v) / 1 - 0.5);
    const middle = skin[row * frame.widthPx + column] as number;
    expect(middle).toBeGreaterThan(1.1 * phantom.anatomy.breast.skinMm);
    expect(middle).toBeLessThan(4 * phantom.anatomy.breast.skinMm);
    expect(Math.max(...skin)).toBeGreaterThan(3 * middle);
  });
});

it('shows more muscle in the oblique view than from above', () => {
  const muscle = (view: 'cc' | 'mlo') => wholes.get(view)?.muscle?.reduce((a, b) => a + b) ?? 0;
  expect(muscle('mlo')).toBeGreaterThan(3 * muscle('cc'));
});

it('gives the same bytes whatever the blocks of rows are', () => {
  const compression = openView(phantom, 'magnification-cc');
  const frame = lesionField(phantom, compression, { widthPx: 121, heightPx: 97 }, 39);
  const open = () => openProjection(phantom, compression, frame, tissue);
  const whole = pathsOf(open());
  for (const rows of [1, 7, 64]) expect(pathsOf(open(), rows)).toEqual(whole);
});

it('shows the same tissue at the same place in a frame of its own', () => {
  const compression = openView(phantom, 'cc');
  const matrix = { widthPx: 100, heightPx: 100 };
  const frame = lesionField(phantom, compression, matrix, 70);
  const beside = {
    ...frame,
    widthPx: 60,
    originMm: [frame.originMm[0] + 40 * 0.07, frame.originMm[1]],
  } as const;
  const [a, b] = [frame, beside].map(
    (each) => pathsOf(openProjection(phantom, compression, each, tissue)).gland,
  );
  const shift = Array.from({ length: 60 }, (_, x) =>
    Math.abs((a?.[50 * 100 + x + 40] ?? 0) - (b?.[50 * 60 + x] ?? 9)),
  );
  expect(Math.max(...shift)).toBeLessThan(0.6);
});

it('agrees with the fine integral of the tissue', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.integer({ min: 1, max: 40 }),
      (density, seed) => {
        const woman = growPhantom({
          seed,
          morphology: 'punctate',
          distribution: 'grouped',
          density,
          lesion: 'columnar-cell-change',
        });
        // Nor of what a lesion brings with it.
        const bare = {
          ...woman,
          specks: [],
          lesion: { ...woman.lesion, parts: [] },
          anatomy: {
            ...woman.anatomy,
            vessels: [],
            ligaments: [],
            nodes: [],
            tree: woman.anatomy.tree,
          },
        };
        const compression = openView(woman, 'cc');
        // The fine integral knows nothing of the unevenness of the fibres and of their weave.
        const grown: Tissue = {
          ...openTissue(woman),
          texture: () => 0,
          weave: { readRow: (_places, count, _pitchMm, to) => void to.fill(0, 0, count) },
        };
        // Coarse pixels, so that what is drawn on top of the parenchyma is left out; near the outline septa of the skin are.
        const isNearOutline = (u: number, v: number) =>
          [
            [22, 0],
            [16, 16],
            [16, -16],
            [0, 22],
            [0, -22],
          ].some(([du = 0, dv = 0]) => compression.halfThicknessMm(u + du, v + dv) === 0);
        const frame = { widthPx: 12, heightPx: 24, pitchUm: 4000, originMm: [18, 48] } as const;
        const paths = pathsOf(openProjection(bare, compression, frame, grown));
        const { gland = new Float32Array(), skin = new Float32Array() } = paths;
        let [quick, fine, square, count] = [0, 0, 0, 0];
        for (let at = 0; at < gland.length; at++) {
          const [u, v] = pixelCentreMm(frame, at % 12, Math.floor(at / 12));
          if (isNearOutline(u, v)) continue;
          const half = compression.halfThicknessMm(u, v) - (skin[at] as number) / 2;
          let path = 0;
          const step = 0.2;
          for (let w = step / 2 - half; w < half; w += step)
            path +=
              step *
              grown.parenchyma.fibroglandularAt(compression.release(compressedPoint(u, v, w)));
          quick += gland[at] as number;
          fine += path;
          square += ((gland[at] as number) - path) ** 2;
          count++;
        }
        const rms = Math.sqrt(square / count);
        expect(Math.abs(quick / fine - 1)).toBeLessThan(0.05);
        expect(rms).toBeLessThan(0.3 + 0.065 * (fine / count));
      },
    ),
    { numRuns: 4 },
  );
}, 180_000);

it('knows which plate a breast fits on', () => {
  const compression = openView(phantom, 'cc');
  expect(fits(compression, { widthPx: 3328, heightPx: 4096 }, 70)).toBe(true);
  expect(fits(compression, { widthPx: 500, heightPx: 4096 }, 70)).toBe(false);
});
