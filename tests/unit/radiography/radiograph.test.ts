import { expect, it, vi } from 'vitest';
import { growPhantom, openView } from '../../../src/phantom/index.ts';
import { expose } from '../../../src/radiography/expose.ts';
import { openProjection } from '../../../src/radiography/projection/projection.ts';
import { radiographFrame, takeRadiograph } from '../../../src/radiography/radiograph.ts';
import { mirroredTruth } from '../../../src/radiography/truth/mirror.ts';
import { acquisitionOf } from '../../../src/radiography/views.ts';

// A whole breast is projected, if coarsely.
vi.setConfig({ testTimeout: 90_000 });

const recipe = { seed: 4, morphology: 'fine-pleomorphic', density: 'b', breastSize: 'small' };
const reduction = { binning: 12 };

it('a right breast is the mirror image of a left one, in the picture and in its truth', async () => {
  const [left, right] = await Promise.all(
    (['left', 'right'] as const).map((side) =>
      takeRadiograph(growPhantom({ ...recipe, side }), 'magnification-ml', reduction),
    ),
  );
  if (!left || !right) throw new Error('Both sides are needed.');
  expect([left.laterality, right.laterality]).toEqual(['left', 'right']);
  expect(right.truth).toEqual({ ...mirroredTruth(left.truth), laterality: 'right' });
  const { widthPx, heightPx } = left.raster;
  let different = 0;
  for (let at = 0; at < left.raster.pixels.length; at++) {
    const mirror = at - (at % widthPx) + widthPx - 1 - (at % widthPx);
    if (left.raster.pixels[at] !== right.raster.pixels[mirror]) different++;
  }
  // SIMULATED is not mirrored.
  expect(different).toBeGreaterThan(0);
  expect(different).toBeLessThan(2 * 59 * 13);
  expect(heightPx).toBe(106);
});

it('an oblique view tells its progress without going back, though it borrows a window', async () => {
  const told: number[] = [];
  await takeRadiograph(growPhantom(recipe), 'mlo', {
    binning: 20,
    onProgress: (done) => told.push(done),
  });
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

it('the air in front of the breast is left out of the work, not of the picture', async () => {
  const phantom = growPhantom({ ...recipe, side: 'left' });
  const frame = radiographFrame(phantom, 'cc', reduction);
  const whole = await expose(
    openProjection(phantom, openView(phantom, 'cc'), frame),
    acquisitionOf('cc'),
    { seed: phantom.plan.seed },
  );
  const { raster } = await takeRadiograph(phantom, 'cc', reduction);
  expect([raster.widthPx, raster.heightPx]).toEqual([frame.widthPx, frame.heightPx]);
  const different = raster.pixels.findIndex(
    // The badge lies in a corner of the air.
    (grey, at) => at < 0.9 * raster.pixels.length && grey !== whole.raster.pixels[at],
  );
  expect(different).toBe(-1);
});
