import { scatter } from '../../phantom/index.ts';

/**
 * Noise of the plane as periodic tables: for what is finer than a cell, and so hangs on the slide and
 * not on the breast. Mean 0, variance 1; details have the size 1, and it repeats after 64.
 */
export type Texture = Float32Array;

const size = 1024;
const texelsPerUnit = 16;
const units = size / texelsPerUnit;
const mask = size - 1;

/** Reads a texture at a place, straight between its texels. */
export function textureAt(texture: Texture, x: number, y: number): number {
  const u = x * texelsPerUnit;
  const v = y * texelsPerUnit;
  const i = Math.floor(u);
  const j = Math.floor(v);
  const a = u - i;
  const b = v - j;
  const row = (j & mask) * size;
  const below = ((j + 1) & mask) * size;
  const here = i & mask;
  const next = (i + 1) & mask;
  const high = (texture[row + here] as number) * (1 - a) + (texture[row + next] as number) * a;
  const low = (texture[below + here] as number) * (1 - a) + (texture[below + next] as number) * a;
  return high + (low - high) * b;
}

/** A gradient noise of one size of detail. */
export const smoothTexture: Texture = normalised(gradientTable(0x51ab));

/** The smooth texture lies within this of 0: where that decides, it need not be read. */
export const smoothMost: number = smoothTexture.reduce(
  (m, value) => Math.max(m, Math.abs(value)),
  0,
);

/** A noise of three sizes of detail, each half the one before. */
export const fineTexture: Texture = normalised(
  Float32Array.from(smoothTexture, (value, at) => {
    const x = at & mask;
    const y = at >> 10;
    const layer = (times: number, shift: number) =>
      smoothTexture[
        ((y * times + 3 * shift) & mask) * size + ((x * times + shift) & mask)
      ] as number;
    return value + 0.55 * layer(2, 171) + 0.32 * layer(4, 419);
  }),
);

function gradientTable(seed: number): Texture {
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

function normalised(table: Texture): Texture {
  const mean = table.reduce((sum, value) => sum + value, 0) / table.length;
  const variance = table.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const scale = 1 / Math.sqrt(variance / table.length);
  return table.map((value) => (value - mean) * scale);
}
