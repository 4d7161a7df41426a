import { describe, expect, test } from 'vitest';
import { addRow, openGrid, toMeans } from '../../../src/radiography/coarse-grid.ts';
import { blankRaster } from '../../../src/radiography/raster.ts';
import { softenSkin } from '../../../src/radiography/skin.ts';

const frame = { widthPx: 40, heightPx: 40, pitchUm: 70, originMm: [0, 0] as const };
const fatNepers = 2;

const evenGrid = (value: number) => {
  const grid = openGrid(frame, 0.5);
  for (let y = 0; y < frame.heightPx; y++)
    addRow(grid, y, new Float64Array(frame.widthPx).fill(value));
  toMeans(grid, frame);
  return grid;
};

/** How far a place that rose so far above fat still rises once skin has been softened. */
function left(rise: number, { depth = 0.5, nipple = 0, contrast = 0.3 } = {}): number {
  const image = blankRaster(frame);
  image.pixels.fill(fatNepers + rise);
  const rim = {
    airFrom: new Int32Array(frame.heightPx).fill(frame.widthPx),
    thickness: evenGrid(10),
    depth: evenGrid(depth),
    nipple: evenGrid(nipple),
    thicknessMm: 50,
    fatNepers,
  };
  softenSkin(image, rim, evenGrid(Math.max(rise, 0)), contrast);
  return (image.pixels[20 * frame.widthPx + 20] as number) - fatNepers;
}

describe('the skin at the rim of a breast', () => {
  test('is brighter the more it attenuates, and never burnt out', () => {
    const kept = [0.2, 0.4, 0.8, 1.6, 3.2].map((rise) => left(rise));
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept.at(-1)).toBeLessThan(0.25);
  });

  test('stands out the more beside a gland of more contrast, whose window is wider', () => {
    const [fatty, dense] = [0.2, 0.4].map((contrast) => left(0.6, { contrast })) as [
      number,
      number,
    ];
    expect(dense / fatty).toBeCloseTo(1.5, 1);
  });

  test('keeps more of the nipple, which is broad', () => {
    expect(left(0.6, { nipple: 1 })).toBeGreaterThan(1.3 * left(0.6));
  });

  test.each([
    ['deep in the breast', 0.4, { depth: 1 }],
    ['where there is less than fat', -0.1, {}],
  ])('changes nothing %s', (_, rise, place) => {
    expect(left(rise, place)).toBeCloseTo(rise, 6);
  });
});
