import { blurInPlace, gaussianKernel } from '../blur.ts';
import type { FloatRaster } from '../raster.ts';

/** What an image holds between two sizes of detail. */
export interface Band {
  /** Standard deviation of the blur that leaves the band's coarser neighbour, in millimetres. */
  readonly sizeMm: number;
  /** Root of the mean square of the band. */
  readonly rms: number;
  /** Kurtosis of the band less 3: 0 for noise, above it where there are thin lines and specks. */
  readonly excessKurtosis: number;
}

/** Blurs wider than this are made on an image of half the size. */
const widestPx = 8;

/**
 * The contrast of an image by the size of its details: differences of Gaussians between each size and
 * the one before it (the image itself before the first), where `inside` holds of the pixel with that
 * index. Sizes ascend.
 */
export function bandContrast(
  image: FloatRaster,
  sizesMm: readonly number[],
  inside: (at: number) => boolean,
): Band[] {
  let own: FloatRaster = { ...image, pixels: image.pixels.slice() };
  let finer = own;
  let step = 1;
  return sizesMm.map((sizeMm) => {
    while ((sizeMm * 1000) / own.pitchUm > widestPx) {
      [own, finer] = finer === own ? twice(halved(own)) : [halved(own), halved(finer)];
      step *= 2;
    }
    const coarser = { ...own, pixels: own.pixels.slice() };
    blurInPlace(coarser, gaussianKernel((sizeMm * 1000) / own.pitchUm));
    let [count, square, fourth] = [0, 0, 0];
    for (let y = 0; y < own.heightPx; y++) {
      for (let x = 0; x < own.widthPx; x++) {
        const middle = (y * step + (step >> 1)) * image.widthPx + x * step + (step >> 1);
        if (!inside(middle)) continue;
        const at = y * own.widthPx + x;
        const value = (finer.pixels[at] as number) - (coarser.pixels[at] as number);
        const power = value * value;
        count += 1;
        square += power;
        fourth += power * power;
      }
    }
    finer = coarser;
    const variance = square / count;
    return {
      sizeMm,
      rms: Math.sqrt(variance),
      excessKurtosis: fourth / count / (variance * variance) - 3,
    };
  });
}

const twice = <T>(value: T): [T, T] => [value, value];

/** Takes 2 × 2 pixels together; an odd last row or column is left out. */
function halved(image: FloatRaster): FloatRaster {
  const widthPx = image.widthPx >> 1;
  const heightPx = image.heightPx >> 1;
  const pixels = new Float32Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = 2 * y * image.widthPx + 2 * x;
      const below = at + image.widthPx;
      const top = (image.pixels[at] as number) + (image.pixels[at + 1] as number);
      const bottom = (image.pixels[below] as number) + (image.pixels[below + 1] as number);
      pixels[y * widthPx + x] = (top + bottom) / 4;
    }
  }
  return { ...image, widthPx, heightPx, pitchUm: image.pitchUm * 2, pixels };
}
