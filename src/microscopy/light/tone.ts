import { clamp, power } from '../../phantom/index.ts';

const entries = 4096;

/** The transfer of sRGB (IEC 61966-2-1), linear light to the value in the file. */
const encode = (light: number): number =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * power(light, 1 / 2.4) - 0.055;

const decode = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4);

const tableOf = (curve: (x: number) => number) =>
  Float64Array.from({ length: entries + 2 }, (_, n) => curve(n / entries));

function read(table: Float64Array, x: number): number {
  const place = clamp(x, 0, 1) * entries;
  const n = Math.floor(place);
  const low = table[n] as number;
  return low + ((table[n + 1] as number) - low) * (place - n);
}

const encoded = tableOf(encode);
const decoded = tableOf(decode);

/** The value in the file, 0 to 1, of linear light from 0 to 1; off by less than a tenth of a level. */
export const toneOf = (light: number): number => read(encoded, light);

/** The linear light of a value in the file: the inverse of `toneOf`. */
export const lightOf = (value: number): number => read(decoded, value);
