import { filterRow, gaussianKernel, sumRows } from './blur.ts';
import { normalAt, rowKey } from './normal-deviate.ts';

/** A field of noise of mean 0 that gives any of its rows, in any order, always the same. */
export interface Noise {
  readonly widthPx: number;
  /** Writes the noise of a row, or of its first `count` pixels; the buffer is valid until the next call. */
  row(row: number, count?: number): Float64Array;
}

/**
 * Noise of the quanta: in its long waves that of white noise of variance 1 per pixel, in its short
 * waves less, as the detector spreads each quantum over `spreadPx` (standard deviation).
 *
 * Where quanta are many, their number is Poisson and thus normal with a variance equal to the mean:
 * the caller scales the noise by the root of the quanta. Here they are hundreds to thousands a pixel.
 */
export function openQuantumNoise(seed: number, widthPx: number, spreadPx: number): Noise {
  const kernel = gaussianKernel(spreadPx);
  const reach = kernel.length - 1;
  const wide = new Float32Array(widthPx + 2 * reach);
  const rows = Array.from({ length: 2 * reach + 1 }, () => new Float32Array(widthPx));
  const held = new Int32Array(rows.length).fill(-0x80000000);
  const lengths = new Int32Array(rows.length);
  const sum = new Float64Array(widthPx);

  const filteredRow = (row: number, count: number): Float32Array => {
    const slot = (((row % rows.length) + rows.length) % rows.length) | 0;
    const to = rows[slot] as Float32Array;
    if (held[slot] !== row || (lengths[slot] as number) < count) {
      // Somewhat longer than asked for: the rows about it may ask for a little more.
      const length = Math.min(count + 128, widthPx);
      fillWhite(rowKey(seed, row), reach, wide.subarray(0, length + 2 * reach));
      filterRow(wide, kernel, to.subarray(0, length));
      held[slot] = row;
      lengths[slot] = length;
    }
    return to;
  };
  return {
    widthPx,
    row: (row, count = widthPx) => {
      const first = sum.subarray(0, count);
      sumRows((below) => filteredRow(row + below, count), kernel, first);
      return first;
    },
  };
}

/** White noise of variance 1: that of the electronics, which knows nothing of its neighbours. */
export function openWhiteNoise(seed: number, widthPx: number): Noise {
  const values = new Float64Array(widthPx);
  return {
    widthPx,
    row: (row, count = widthPx) => {
      const first = values.subarray(0, count);
      fillWhite(rowKey(seed, row), 0, first);
      return first;
    },
  };
}

function fillWhite(key: number, margin: number, to: Float32Array | Float64Array): void {
  for (let x = 0; x < to.length; x++) to[x] = normalAt(key, x - margin);
}
