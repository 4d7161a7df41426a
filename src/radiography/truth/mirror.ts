import type { GreyRaster } from '../raster.ts';
import type { PixelPoint, ViewTruth } from './view-truth.ts';

/** Mirrors an image in place, left to right. */
export function mirrorRaster({ widthPx, heightPx, pixels }: GreyRaster): void {
  for (let y = 0; y < heightPx; y++) pixels.subarray(y * widthPx, (y + 1) * widthPx).reverse();
}

/** The truth of the mirrored view. */
export function mirroredTruth(truth: ViewTruth): ViewTruth {
  const { widthPx, nipplePx, lesionPx } = truth;
  const mirrored = ([xPx, yPx]: PixelPoint): PixelPoint => [
    Math.round((widthPx - xPx) * 100) / 100,
    yPx,
  ];
  return {
    ...truth,
    nipplePx: nipplePx && mirrored(nipplePx),
    lesionPx: lesionPx && { ...lesionPx, xPx: widthPx - lesionPx.xPx - lesionPx.widthPx },
    specks: truth.specks.map((speck) => ({
      ...speck,
      centrePx: speck.centrePx && mirrored(speck.centrePx),
      outlinesPx: speck.outlinesPx.map((outline) => outline.map(mirrored)),
    })),
  };
}
