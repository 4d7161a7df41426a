import { exponential } from '../../phantom/index.ts';

/** What has less of the weight than this is lost in the rounding of a sum with the rest. */
const leastWeight = 1e-17;

/**
 * Half a Gaussian kernel of whole pixels, its middle first; both halves add up to 1. It ends at three
 * standard deviations, or where nothing is left: a blur far narrower than a pixel is none.
 */
export function gaussianKernel(sigmaPx: number): Float64Array {
  const reach = Math.ceil(3 * sigmaPx);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, n) =>
    n === 0 ? 1 : exponential((-0.5 * n * n) / (sigmaPx * sigmaPx)),
  );
  const sum = kernel.reduce((total, value, n) => total + (n === 0 ? value : 2 * value), 0);
  return kernel.filter((value) => value > leastWeight).map((value) => value / sum);
}

/**
 * Blurs a plane along rows and columns; beyond its edges the nearest pixel counts. The result is written
 * into a plane that may be the first one.
 */
export function blurred(
  plane: Float32Array,
  widthPx: number,
  heightPx: number,
  kernel: Float64Array,
  into: Float32Array = new Float32Array(plane.length),
): Float32Array {
  // What is the same everywhere stays so, to the last bit: half of a slide is bare glass.
  if (kernel.length === 1 || plane.every((value) => value === plane[0])) return plane;
  return alongColumns(alongRows(plane, kernel, widthPx), kernel, widthPx, heightPx, into);
}

function alongRows(plane: Float32Array, kernel: Float64Array, widthPx: number): Float32Array {
  const result = new Float32Array(plane.length);
  const reach = kernel.length - 1;
  // A row with its ends drawn out, so that every pixel has neighbours.
  const wide = new Float32Array(widthPx + 2 * reach);
  const sums = new Float64Array(widthPx);
  for (let first = 0; first < plane.length; first += widthPx) {
    wide.fill(plane[first] as number, 0, reach);
    wide.set(plane.subarray(first, first + widthPx), reach);
    wide.fill(plane[first + widthPx - 1] as number, reach + widthPx);
    weigh(wide, kernel, sums, reach, (k) => [reach - k, reach + k]);
    result.set(sums, first);
  }
  return result;
}

/** Row by row too: what lies below each other is far apart in memory. */
function alongColumns(
  plane: Float32Array,
  kernel: Float64Array,
  widthPx: number,
  heightPx: number,
  result: Float32Array,
): Float32Array {
  const sums = new Float64Array(widthPx);
  for (let row = 0; row < heightPx; row++) {
    weigh(plane, kernel, sums, row * widthPx, (k) => [
      Math.max(row - k, 0) * widthPx,
      Math.min(row + k, heightPx - 1) * widthPx,
    ]);
    result.set(sums, row * widthPx);
  }
  return result;
}

/**
 * A row of weighted sums: the pixels from `middle` on, and for each step of the kernel those from two places
 * on. Two steps at a time, as reading and writing the sums costs as much as adding to them.
 */
function weigh(
  pixels: Float32Array,
  kernel: Float64Array,
  sums: Float64Array,
  middle: number,
  besideAt: (step: number) => readonly [before: number, behind: number],
): void {
  const weight = kernel[0] as number;
  for (let x = 0; x < sums.length; x++) sums[x] = weight * (pixels[middle + x] as number);
  for (let k = 1; k < kernel.length; k += 2) {
    const [before, behind] = besideAt(k);
    const [farBefore, farBehind] = besideAt(Math.min(k + 1, kernel.length - 1));
    const near = kernel[k] as number;
    const far = k + 1 < kernel.length ? (kernel[k + 1] as number) : 0;
    for (let x = 0; x < sums.length; x++)
      sums[x] =
        (sums[x] as number) +
        near * ((pixels[before + x] as number) + (pixels[behind + x] as number)) +
        far * ((pixels[farBefore + x] as number) + (pixels[farBehind + x] as number));
  }
}
