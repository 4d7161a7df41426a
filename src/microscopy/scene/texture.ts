import { scatter } from '../../phantom/index.ts';

/**
 * Noise of the plane as periodic tables: for what is finer than a cell, and so hangs on the slide and
 * not on the breast. Mean 0, variance 1; details have the size 1, and it repeats after 64. A table has
 * its first row and column once more at its end, so that no reader has to turn back.
 */
export type Texture = Float32Array;

const size = 1024;
const texelsPerUnit = 16;
const units = size / texelsPerUnit;
const mask = size - 1;

/**
 * Reads a texture at a place, straight between its texels. Nothing is read more often: it is kept
 * so short that engines put it into its callers, many times over.
 */
export function textureAt(texture: Texture, x: number, y: number): number {
  const u = x * 16;
  const v = y * 16;
  const i = Math.floor(u);
  const j = Math.floor(v);
  const at = (j & 1023) * 1025 + (i & 1023);
  const a = u - i;
  const high = (texture[at] as number) * (1 - a) + (texture[at + 1] as number) * a;
  const low = (texture[at + 1025] as number) * (1 - a) + (texture[at + 1026] as number) * a;
  return high + (low - high) * (v - j);
}

const smooth = normalised(gradientTable(0x51ab));

/** A gradient noise of one size of detail. */
export const smoothTexture: Texture = closed(smooth);

/** The smooth texture lies within this of 0: where that decides, it need not be read. */
export const smoothMost: number = greatestOf(smooth);

/** The values of the smooth texture in order: so often is it below a level. */
export const smoothOrdered: Float32Array = Float32Array.from(
  { length: 4096 },
  (_, n) => smooth[n * 255] as number,
).sort();

/** A noise of three sizes of detail, each half the one before. */
export const fineTexture: Texture = closed(normalised(threeSizes(smooth)));

function threeSizes(from: Float32Array): Float32Array {
  const table = new Float32Array(from.length);
  for (let y = 0, at = 0; y < size; y++) {
    const second = ((y * 2 + 513) & mask) * size;
    const third = ((y * 4 + 1257) & mask) * size;
    for (let x = 0; x < size; x++, at++) {
      const half = from[second + ((x * 2 + 171) & mask)] as number;
      const quarter = from[third + ((x * 4 + 419) & mask)] as number;
      table[at] = (from[at] as number) + 0.55 * half + 0.32 * quarter;
    }
  }
  return table;
}

/** How far a table goes from 0. */
function greatestOf(table: Float32Array): number {
  let greatest = 0;
  for (let at = 0; at < table.length; at++)
    greatest = Math.max(greatest, Math.abs(table[at] as number));
  return greatest;
}

/** A table with its first row and column once more at its end. */
function closed(table: Float32Array): Texture {
  const texture = new Float32Array((size + 1) * (size + 1));
  for (let y = 0; y <= size; y++) {
    const row = (y & mask) * size;
    texture.set(table.subarray(row, row + size), y * (size + 1));
    texture[y * (size + 1) + size] = table[row] as number;
  }
  return texture;
}

function gradientTable(seed: number): Float32Array {
  const table = new Float32Array(size * size);
  const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
  /** The slopes of the corners along both axes, from −1 to 1. */
  const slopes = Float64Array.from(
    { length: 2 * units * units },
    (_, n) => scatter(seed + n) / 2147483648 - 1,
  );
  // How far each texel of a unit is from its beginning, and how much the corner behind counts there.
  const ways = Float64Array.from({ length: texelsPerUnit }, (_, n) => n / texelsPerUnit);
  const shares = ways.map(fade);
  for (let y = 0; y < size; y++) {
    const j = Math.floor(y / texelsPerUnit);
    const b = ways[y % texelsPerUnit] as number;
    const t = shares[y % texelsPerUnit] as number;
    const here = 2 * j * units;
    const below = 2 * ((j + 1) % units) * units;
    for (let i = 0; i < units; i++) {
      const left = 2 * i;
      const right = 2 * ((i + 1) % units);
      const leftX = slopes[here + left] as number;
      const leftUp = (slopes[here + left + 1] as number) * b;
      const rightX = slopes[here + right] as number;
      const rightUp = (slopes[here + right + 1] as number) * b;
      const lowLeftX = slopes[below + left] as number;
      const lowLeftUp = (slopes[below + left + 1] as number) * (b - 1);
      const lowRightX = slopes[below + right] as number;
      const lowRightUp = (slopes[below + right + 1] as number) * (b - 1);
      for (let n = 0, at = y * size + i * texelsPerUnit; n < texelsPerUnit; n++, at++) {
        const a = ways[n] as number;
        const s = shares[n] as number;
        const start = leftX * a + leftUp;
        const high = start + (rightX * (a - 1) + rightUp - start) * s;
        const lowStart = lowLeftX * a + lowLeftUp;
        const low = lowStart + (lowRightX * (a - 1) + lowRightUp - lowStart) * s;
        table[at] = high + (low - high) * t;
      }
    }
  }
  return table;
}

/** A table brought to mean 0 and variance 1. Plain loops: a function called for each texel takes three times as long. */
function normalised(table: Float32Array): Float32Array {
  let sum = 0;
  for (let at = 0; at < table.length; at++) sum += table[at] as number;
  const mean = sum / table.length;
  let squares = 0;
  for (let at = 0; at < table.length; at++) {
    const off = (table[at] as number) - mean;
    squares += off * off;
  }
  const scale = 1 / Math.sqrt(squares / table.length);
  const result = new Float32Array(table.length);
  for (let at = 0; at < table.length; at++) result[at] = ((table[at] as number) - mean) * scale;
  return result;
}
