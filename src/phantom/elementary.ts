/**
 * Elementary functions built from `+ − × ÷ √` alone. The standard prescribes the result of those
 * five to the last bit, but leaves `Math.sin`, `Math.exp` and even `Math.hypot` to each engine. A
 * phantom must be the same phantom in every engine, so the room uses these instead.
 */

/** The circle constant. */
export const pi = Math.PI;

const halfPi = pi / 2;
// π/2 in two parts: the first has zeros at its end, so that `turns × first` is exact.
const halfPiHigh = 1.5707963267341256;
const halfPiLow = 6.077100506506192e-11;
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** Sine of an angle in radians; absolute error below 1e-14 for |angle| < 1e5. */
export function sine(angle: number): number {
  const quarter = Math.floor(angle / halfPi + 0.5);
  const rest = angle - quarter * halfPiHigh - quarter * halfPiLow;
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return sineNearZero(rest);
    case 1:
      return cosineNearZero(rest);
    case 2:
      return -sineNearZero(rest);
    default:
      return -cosineNearZero(rest);
  }
}

/** Cosine of an angle in radians; as exact as `sine`. */
export const cosine = (angle: number): number => sine(angle + halfPi);

/** e to the power of `x`; relative error below 1e-14. Zero below −700, as nothing here is so small. */
export function exponential(x: number): number {
  if (x < -700) return 0;
  const doublings = Math.floor(x / ln2High + 0.5);
  const r = x - doublings * ln2High - doublings * ln2Low;
  let sum = 1;
  for (let term = 13; term >= 1; term--) sum = 1 + sum * r * (oneOver[term] as number);
  return scaleByTwo(sum, doublings);
}

/** Natural logarithm of a positive number; relative error below 1e-14. NaN for zero and below. */
export function logarithm(x: number): number {
  if (!(x > 0) || x === Infinity) return Number.NaN;
  let mantissa = x;
  let doublings = 0;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    doublings++;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    doublings--;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  let sum = 0;
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * s2 + (oneOver[odd] as number);
  return doublings * ln2High + (doublings * ln2Low + 2 * s * sum);
}

/** `base` to the power of `exponent` for a base of zero or more. */
export const power = (base: number, exponent: number): number =>
  base <= 0 ? 0 : exponential(exponent * logarithm(base));

/** Holds `x` between `min` and `max`. */
export const clamp = (x: number, min: number, max: number): number =>
  x < min ? min : x > max ? max : x;

/** The smooth step (cubic) from 0 at `from` to 1 at `to`. */
export function smoothStep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

function sineNearZero(x: number): number {
  const x2 = x * x;
  let sum = 1;
  for (let term = 16; term >= 2; term -= 2) sum = 1 - sum * x2 * (oneOverPair[term] as number);
  return x * sum;
}

function cosineNearZero(x: number): number {
  const x2 = x * x;
  let sum = 1;
  for (let term = 15; term >= 1; term -= 2) sum = 1 - sum * x2 * (oneOverPair[term] as number);
  return sum;
}

/** One over each whole number, and over it times the next: a division takes longer than looking it up. */
const oneOver = Float64Array.from({ length: 24 }, (_, n) => 1 / n);
const oneOverPair = oneOver.map((_, n) => 1 / (n * (n + 1)));

/** Powers of two by their exponent, from 2^−1100 (nothing) to 2^1100 (infinite). */
const most = 1100;
const powersOfTwo = new Float64Array(2 * most + 1).fill(1);
for (let n = 1; n <= most; n++) {
  powersOfTwo[most + n] = 2 * (powersOfTwo[most + n - 1] as number);
  powersOfTwo[most - n] = 0.5 * (powersOfTwo[most - n + 1] as number);
}

const scaleByTwo = (x: number, doublings: number): number =>
  x * (powersOfTwo[most + Math.min(doublings, most)] as number);
