import { exponential } from '../../phantom/index.ts';

/**
 * Half a Gaussian kernel of whole pixels, its middle first; both halves add up to 1. It ends at three
 * standard deviations.
 */
export function gaussianKernel(sigmaPx: number): Float64Array {
  const reach = Math.ceil(3 * sigmaPx);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, n) =>
    n === 0 ? 1 : exponential((-0.5 * n * n) / (sigmaPx * sigmaPx)),
  );
  const sum = kernel.reduce((total, value, n) => total + (n === 0 ? value : 2 * value), 0);
  return kernel.map((value) => value / sum);
}

/** Blurs a plane along rows and columns; beyond its edges the nearest pixel counts. */
export function blurred(
  plane: Float32Array,
  widthPx: number,
  heightPx: number,
  kernel: Float64Array,
): Float32Array {
  if (kernel.length === 1) return plane;
  const along = filtered(plane, kernel, { length: widthPx, step: 1 }, heightPx, widthPx);
  return filtered(along, kernel, { length: heightPx, step: widthPx }, widthPx, 1);
}

/** Filters along lines whose pixels lie `step` apart in the plane; the lines lie `apart`. */
function filtered(
  plane: Float32Array,
  kernel: Float64Array,
  { length, step }: { length: number; step: number },
  lines: number,
  apart: number,
): Float32Array {
  const result = new Float32Array(plane.length);
  const reach = kernel.length - 1;
  const middle = kernel[0] as number;
  for (let line = 0; line < lines; line++) {
    const first = line * apart;
    const last = first + (length - 1) * step;
    for (let n = 0, at = first; n < length; n++, at += step) {
      let sum = middle * (plane[at] as number);
      for (let k = 1; k <= reach; k++) {
        const before = n >= k ? at - k * step : first;
        const after = n + k < length ? at + k * step : last;
        sum += (kernel[k] as number) * ((plane[before] as number) + (plane[after] as number));
      }
      result[at] = sum;
    }
  }
  return result;
}
