import { expect, it, vi } from 'vitest';
import {
  compressedPoint,
  growPhantom,
  openView,
  type Phantom,
} from '../../../src/phantom/index.ts';
import { expose } from '../../../src/radiography/expose.ts';
import { parentWindow } from '../../../src/radiography/parent-window.ts';
import { openProjection } from '../../../src/radiography/projection/projection.ts';
import { openTissue } from '../../../src/radiography/projection/tissue.ts';
import {
  type Radiograph,
  radiographFrame,
  takeRadiograph,
} from '../../../src/radiography/radiograph.ts';
import { type GreyRaster, pixelAt, pixelCentreMm } from '../../../src/radiography/raster.ts';
import { acquisitionOf } from '../../../src/radiography/views.ts';

// A whole breast is projected, if coarsely.
vi.setConfig({ testTimeout: 60_000 });

const woman = (density: string): Phantom =>
  growPhantom({ seed: 12, density, morphology: 'punctate', side: 'left', breastSize: 'small' });

it.each(['d'])('the window of a full view is known without taking it: %s', async (density) => {
  const phantom = woman(density);
  const tissue = openTissue(phantom);
  const frame = radiographFrame(phantom, 'cc', { binning: 10 });
  const taken = await expose(
    openProjection(phantom, openView(phantom, 'cc'), frame, tissue),
    acquisitionOf('cc'),
    { seed: 1 },
  );
  const known = await parentWindow(phantom, 'magnification-cc', tissue);
  const { lowNepers = 0, highNepers = 0 } = known ?? {};
  const range = taken.nepers.highNepers - taken.nepers.lowNepers;
  expect(Math.abs(lowNepers - taken.nepers.lowNepers)).toBeLessThan(0.05 * range);
  expect(Math.abs(highNepers - taken.nepers.highNepers)).toBeLessThan(0.08 * range);
});

it('an oblique view takes the window of the view from above, which has no muscle; that keeps its own', async () => {
  const phantom = woman('b');
  const tissue = openTissue(phantom);
  expect(await parentWindow(phantom, 'cc', tissue)).toBeUndefined();
  expect(await parentWindow(phantom, 'mlo', tissue)).toEqual(
    await parentWindow(phantom, 'magnification-cc', tissue),
  );
});

it('a magnification shows the same tissue at about the same grey as the full view', async () => {
  const phantom = woman('c');
  const tissue = openTissue(phantom);
  const full = await takeRadiograph(phantom, 'cc', { binning: 10, tissue });
  const crop = await takeRadiograph(phantom, 'magnification-cc', { binning: 20, tissue });
  const pairs = greysOfTheSame(phantom, crop, full);
  expect(pairs.length).toBeGreaterThan(50);
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const { low, high } = full.window;
  expect(Math.abs(mean(([a, b]) => a - b))).toBeLessThan(0.07 * (high - low));
  expect(mean(([a, b]) => Math.abs(a - b))).toBeLessThan(0.12 * (high - low));
});

/** Grey of the same tissue in both views, averaged over some 4 mm, all over the smaller one. */
function greysOfTheSame(
  phantom: Phantom,
  crop: Radiograph,
  full: Radiograph,
): (readonly [number, number])[] {
  const [there, here] = [openView(phantom, 'cc'), openView(phantom, 'magnification-cc')];
  const pairs: (readonly [number, number])[] = [];
  for (let row = 4; row < crop.raster.heightPx - 4; row += 4) {
    for (let column = 4; column < crop.raster.widthPx - 4; column += 4) {
      const [u, v] = pixelCentreMm(crop.raster, column, row);
      if (here.halfThicknessMm(u, v) < 0.9 * (here.thicknessMm / 2)) continue;
      const at = there.compress(here.release(compressedPoint(u, v, 0)));
      const [x, y] = pixelAt(full.raster, [at[0], at[1]]);
      if (there.halfThicknessMm(at[0], at[1]) < 0.9 * (there.thicknessMm / 2) || x < 3) continue;
      pairs.push([meanAbout(crop.raster, column, row), meanAbout(full.raster, x, y)]);
    }
  }
  return pairs;
}

function meanAbout({ pixels, widthPx }: GreyRaster, column: number, row: number): number {
  let sum = 0;
  for (let y = -2; y <= 2; y++)
    for (let x = -2; x <= 2; x++)
      sum += pixels[(Math.round(row) + y) * widthPx + Math.round(column) + x] as number;
  return sum / 25;
}
