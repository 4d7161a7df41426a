import { cosine } from '../phantom/index.ts';
import { gaussianMtf } from './detector.ts';
import type { FloatRaster } from './raster.ts';

/**
 * The kernel of whole pixels whose transfer up to the Nyquist frequency is that of a Gaussian of
 * standard deviation `sigmaPx`: h(n) = ∫ exp(−2π²σ²f²) cos(2πfn) df over |f| ≤ ½, cut off where it
 * has faded. Sampling the Gaussian itself would lose blurs narrower than half a pixel. The first
 * value is that of the middle; the sum of both sides is 1.
 */
export function gaussianKernel(sigmaPx: number): Float64Array {
  if (!(sigmaPx >= 0 && sigmaPx < 100))
    throw new RangeError(`A blur is from 0 to 100 pixels wide, not ${sigmaPx}.`);
  if (sigmaPx === 0) return Float64Array.of(1);
  const kernel = new Float64Array(Math.ceil(3.5 * sigmaPx) + 3);
  const steps = 256;
  for (let k = 0; k < steps; k++) {
    const frequency = (k + 0.5) / (2 * steps);
    const transfer = gaussianMtf(sigmaPx, frequency);
    for (let n = 0; n < kernel.length; n++)
      kernel[n] = (kernel[n] as number) + transfer * cosine(2 * Math.PI * frequency * n);
  }
  let sum = 0;
  for (let n = 0; n < kernel.length; n++) sum += (n === 0 ? 1 : 2) * (kernel[n] as number);
  return kernel.map((value) => value / sum);
}

/**
 * Filters a row with a symmetric kernel (middle first). `from` holds the row with a margin of the
 * kernel's reach on either side; `to` receives as many values as it has.
 */
export function filterRow(from: Float32Array, kernel: Float64Array, to: Float32Array): void {
  const reach = kernel.length - 1;
  const middle = kernel[0] as number;
  for (let x = 0; x < to.length; x++) {
    const at = x + reach;
    let sum = middle * (from[at] as number);
    let n = 1;
    for (; n < reach; n += 2)
      sum =
        sum +
        (kernel[n] as number) * ((from[at - n] as number) + (from[at + n] as number)) +
        (kernel[n + 1] as number) * ((from[at - n - 1] as number) + (from[at + n + 1] as number));
    if (n === reach)
      sum += (kernel[n] as number) * ((from[at - n] as number) + (from[at + n] as number));
    to[x] = sum;
  }
}

/**
 * Sums rows under a symmetric kernel, the vertical half of a separable filter: `rowAt(n)` is the row
 * n below the middle one. Two steps at a time: reading and writing the sums costs as much as adding.
 */
export function sumRows(
  rowAt: (below: number) => Float32Array,
  kernel: Float64Array,
  sum: Float64Array,
): void {
  const row = rowAt(0);
  const middle = kernel[0] as number;
  for (let x = 0; x < sum.length; x++) sum[x] = middle * (row[x] as number);
  for (let n = 1; n < kernel.length; n += 2) {
    const [near, far] = [kernel[n] as number, kernel[n + 1] ?? 0];
    const farther = far === 0 ? n : n + 1;
    const [above, below] = [rowAt(-n), rowAt(n)];
    const [farAbove, farBelow] = [rowAt(-farther), rowAt(farther)];
    for (let x = 0; x < sum.length; x++)
      sum[x] =
        (sum[x] as number) +
        near * ((above[x] as number) + (below[x] as number)) +
        far * ((farAbove[x] as number) + (farBelow[x] as number));
  }
}

/**
 * Blurs an image in place. Beyond its edges the nearest pixel counts. Of memory it takes as many rows
 * as the kernel is high. Each row is blurred up to its column in `ends`: for what is even from there on.
 */
export function blurInPlace(image: FloatRaster, kernel: Float64Array, ends?: Int32Array): void {
  const { widthPx, heightPx, pixels } = image;
  const reach = kernel.length - 1;
  if (reach === 0) return;
  const wide = new Float32Array(widthPx + 2 * reach);
  const rows = Array.from({ length: 2 * reach + 1 }, () => new Float32Array(widthPx));
  const sum = new Float64Array(widthPx);
  let filtered = 0;
  const slot = (row: number) => rows[row % rows.length] as Float32Array;
  for (let y = 0; y < heightPx; y++) {
    for (; filtered <= Math.min(y + reach, heightPx - 1); filtered++) {
      const row = pixels.subarray(filtered * widthPx, (filtered + 1) * widthPx);
      wide.fill(row[0] as number, 0, reach);
      wide.set(row, reach);
      wide.fill(row[widthPx - 1] as number, reach + widthPx);
      filterRow(wide, kernel, slot(filtered).subarray(0, ends && widest(ends, filtered, reach)));
    }
    const rowAt = (below: number) => slot(Math.min(Math.max(y + below, 0), heightPx - 1));
    const blurred = sum.subarray(0, ends?.[y]);
    sumRows(rowAt, kernel, blurred);
    pixels.set(blurred, y * widthPx);
  }
}

/** The farthest of the ends of a row and its neighbours. */
export function widest(ends: Int32Array, row: number, neighbours: number): number {
  const last = Math.min(row + neighbours, ends.length - 1);
  let most = 0;
  for (let y = Math.max(0, row - neighbours); y <= last; y++)
    most = Math.max(most, ends[y] as number);
  return most;
}
