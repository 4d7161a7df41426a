/**
 * Exponential, logarithm and cosine from `+ − × ÷` alone. The standard fixes those to the last bit
 * but leaves `Math.exp` and its kin to each engine, and a radiograph must have the same bytes in
 * every engine. These are exact and slow, for set-up; pixels use the tables of transmission.ts.
 */

/** e to the power of `x`; relative error below 1e-12 for |x| < 700. */
export function exponential(x: number): number {
  const halvings = x < -0.5 || x > 0.5 ? 10 : 0;
  const part = x / (halvings ? 1024 : 1);
  let sum = 1;
  for (let term = 14; term >= 1; term--) sum = 1 + (sum * part) / term;
  for (let i = 0; i < halvings; i++) sum *= sum;
  return sum;
}

/** Natural logarithm of a positive number; relative error below 1e-14. Throws for zero and below. */
export function logarithm(x: number): number {
  if (!(x > 0 && x < Infinity))
    throw new RangeError(`Only a positive number has a logarithm, not ${x}.`);
  let mantissa = x;
  let doublings = 0;
  for (; mantissa > Math.SQRT2; doublings++) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; doublings--) mantissa *= 2;
  const s = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * s * s + 1 / odd;
  return doublings * Math.LN2 + 2 * s * sum;
}

/** `base` to the power of `exponent`, for a base of zero or more. */
export const power = (base: number, exponent: number): number =>
  base <= 0 ? 0 : exponential(exponent * logarithm(base));

/** Cosine of an angle in radians; absolute error below 1e-13 for |angle| < 100. */
export function cosine(angle: number): number {
  const turns = Math.floor(angle / (2 * Math.PI) + 0.5);
  const quarter = (angle - turns * 2 * Math.PI) / 4;
  const x2 = quarter * quarter;
  let sum = 1;
  for (let term = 16; term >= 2; term -= 2) sum = 1 - (sum * x2) / (term * (term - 1));
  for (let i = 0; i < 2; i++) sum = 2 * sum * sum - 1;
  return sum;
}

/** Holds `x` between `min` and `max`. */
export const clamp = (x: number, min: number, max: number): number =>
  x < min ? min : x > max ? max : x;
