import { blurInPlace, gaussianKernel } from '../blur.ts';
import type { FloatRaster } from '../raster.ts';

/** How far the details of an image run in one direction, and whether that is the nipple's. */
export interface Streaks {
  /** Mean of (λ₁ − λ₂) / (λ₁ + λ₂) of the structure tensor: 0 without, 1 with a single direction. */
  readonly coherence: number;
  /** Mean cosine of twice the angle to the nipple, weighted by coherence: 1 all towards, −1 across. */
  readonly radial: number;
}

/**
 * Measures streaks by the structure tensor: gradients of the image blurred by `detailMm`, their
 * products averaged by a Gaussian of `aroundMm`. Counts where `inside` holds of the pixel's index;
 * `target` is the nipple's column and row.
 */
export function streaks(
  image: FloatRaster,
  { detailMm, aroundMm }: { readonly detailMm: number; readonly aroundMm: number },
  inside: (at: number) => boolean,
  target: readonly [column: number, row: number],
): Streaks {
  const { widthPx, heightPx } = image;
  const smooth = { ...image, pixels: image.pixels.slice() };
  blurInPlace(smooth, gaussianKernel((detailMm * 1000) / image.pitchUm));
  const blank = (): FloatRaster => ({ ...image, pixels: new Float32Array(widthPx * heightPx) });
  const [xx, xy, yy] = [blank(), blank(), blank()];
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const at = y * widthPx + x;
      const dx = (smooth.pixels[at + 1] as number) - (smooth.pixels[at - 1] as number);
      const dy = (smooth.pixels[at + widthPx] as number) - (smooth.pixels[at - widthPx] as number);
      xx.pixels[at] = dx * dx;
      xy.pixels[at] = dx * dy;
      yy.pixels[at] = dy * dy;
    }
  }
  const around = gaussianKernel((aroundMm * 1000) / image.pitchUm);
  for (const part of [xx, xy, yy]) blurInPlace(part, around);
  let [count, coherence, radial] = [0, 0, 0];
  for (let y = 0; y < heightPx; y += 2) {
    for (let x = 0; x < widthPx; x += 2) {
      const at = y * widthPx + x;
      if (!inside(at)) continue;
      // The tensor as twice the angle of its gradient: length and direction.
      const along = (xx.pixels[at] as number) - (yy.pixels[at] as number);
      const across = 2 * (xy.pixels[at] as number);
      const trace = (xx.pixels[at] as number) + (yy.pixels[at] as number);
      if (!(trace > 0)) continue;
      const [u, v] = [target[0] - x, target[1] - y];
      const reach = u * u + v * v || 1;
      count += 1;
      coherence += Math.hypot(along, across) / trace;
      // A streak lies across its gradient, hence the sign.
      radial -= (along * (u * u - v * v) + across * 2 * u * v) / reach / trace;
    }
  }
  return { coherence: coherence / count, radial: radial / coherence };
}
