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
export const smoothMost: number = smooth.reduce((m, value) => Math.max(m, Math.abs(value)), 0);

/** The values of the smooth texture in order: so often is it below a level. */
export const smoothOrdered: Float32Array = Float32Array.from(
  { length: 4096 },
  (_, n) => smooth[n * 255] as number,
).sort();

/** A noise of three sizes of detail, each half the one before. */
export const fineTexture: Texture = closed(
  normalised(
    Float32Array.from(smooth, (value, at) => {
      const x = at & mask;
      const y = at >> 10;
      const layer = (times: number, shift: number) =>
        smooth[((y * times + 3 * shift) & mask) * size + ((x * times + shift) & mask)] as number;
      return value + 0.55 * layer(2, 171) + 0.32 * layer(4, 419);
    }),
  ),
);

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
  const slope = (i: number, j: number, axis: number) =>
    slopes[2 * ((j % units) * units + (i % units)) + axis] as number;
  for (let y = 0; y < size; y++) {
    const j = Math.floor(y / texelsPerUnit);
    const b = y / texelsPerUnit - j;
    for (let x = 0; x < size; x++) {
      const i = Math.floor(x / texelsPerUnit);
      const a = x / texelsPerUnit - i;
      const corner = (di: number, dj: number) =>
        slope(i + di, j + dj, 0) * (a - di) + slope(i + di, j + dj, 1) * (b - dj);
      const [s, t] = [fade(a), fade(b)];
      const high = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * s;
      const low = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * s;
      table[y * size + x] = high + (low - high) * t;
    }
  }
  return table;
}

function normalised(table: Float32Array): Float32Array {
  const mean = table.reduce((sum, value) => sum + value, 0) / table.length;
  const variance = table.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const scale = 1 / Math.sqrt(variance / table.length);
  return table.map((value) => (value - mean) * scale);
}
