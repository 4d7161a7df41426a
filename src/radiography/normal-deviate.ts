import { exponential } from '../phantom/index.ts';

/** Scatters 32 bits so that neighbouring inputs have nothing in common (finaliser of MurmurHash3). */
export function scatterBits(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A key for the rows of a noise, from its seed and the number of a row, which may be negative. */
export const rowKey = (seed: number, row: number): number =>
  scatterBits(scatterBits(seed) + Math.imul(row, 0x9e3779b1));

const levels = 65536;

/**
 * The normal distribution as its quantiles in the middle of 65 536 equal parts: sixteen random bits
 * are an index, and neither the mean (0) nor the variance (1) is off by more than 1e-4. The deviates
 * end at ±4.3.
 */
const quantiles: Float32Array = normalQuantiles();

/** Normal deviate of the pixel in a column of a row: a pure function, so that pixels need no order. */
export const normalAt = (key: number, column: number): number =>
  quantiles[scatterBits(key + Math.imul(column, 0x27d4eb2f)) >>> 16] as number;

/** Adds up the density outwards from 0 and notes where each quantile of the upper half is passed. */
function normalQuantiles(): Float32Array {
  const table = new Float32Array(levels);
  const step = 1 / 4096;
  const density = (x: number) => exponential(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  let x = 0;
  let below = 0.5;
  let left = density(0);
  for (let i = levels / 2; i < levels;) {
    const right = density(x + step);
    const part = (step / 6) * (left + 4 * density(x + step / 2) + right);
    for (; i < levels && (i + 0.5) / levels <= below + part; i++) {
      const value = x + (step * ((i + 0.5) / levels - below)) / part;
      table[i] = value;
      table[levels - 1 - i] = -value;
    }
    below += part;
    left = right;
    x += step;
  }
  return table;
}
