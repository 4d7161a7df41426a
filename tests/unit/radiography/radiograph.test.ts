import { expect, it, vi } from 'vitest';
import { growPhantom } from '../../../src/phantom/index.ts';
import { takeRadiograph } from '../../../src/radiography/radiograph.ts';
import { mirroredTruth } from '../../../src/radiography/truth/mirror.ts';

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
