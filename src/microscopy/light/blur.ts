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
  return alongColumns(alongRows(plane, kernel, widthPx), kernel, widthPx, heightPx);
}

function alongRows(plane: Float32Array, kernel: Float64Array, widthPx: number): Float32Array {
  const result = new Float32Array(plane.length);
  const reach = kernel.length - 1;
  const middle = kernel[0] as number;
  // A row with its ends drawn out, so that every pixel has neighbours.
  const wide = new Float32Array(widthPx + 2 * reach);
  for (let first = 0; first < plane.length; first += widthPx) {
    wide.fill(plane[first] as number, 0, reach);
    wide.set(plane.subarray(first, first + widthPx), reach);
    wide.fill(plane[first + widthPx - 1] as number, reach + widthPx);
    for (let x = 0, at = reach; x < widthPx; x++, at++) {
      let sum = middle * (wide[at] as number);
      for (let k = 1; k <= reach; k++)
        sum += (kernel[k] as number) * ((wide[at - k] as number) + (wide[at + k] as number));
      result[first + x] = sum;
    }
  }
  return result;
}

/** Row by row too: what lies below each other is far apart in memory. */
function alongColumns(
  plane: Float32Array,
  kernel: Float64Array,
  widthPx: number,
  heightPx: number,
): Float32Array {
  const result = new Float32Array(plane.length);
  const sums = new Float64Array(widthPx);
  const middle = kernel[0] as number;
  for (let row = 0; row < heightPx; row++) {
    const at = row * widthPx;
    for (let x = 0; x < widthPx; x++) sums[x] = middle * (plane[at + x] as number);
    for (let k = 1; k < kernel.length; k++) {
      const weight = kernel[k] as number;
      const above = Math.max(row - k, 0) * widthPx;
      const below = Math.min(row + k, heightPx - 1) * widthPx;
      for (let x = 0; x < widthPx; x++)
        sums[x] =
          (sums[x] as number) +
          weight * ((plane[above + x] as number) + (plane[below + x] as number));
    }
    result.set(sums, at);
  }
  return result;
}
