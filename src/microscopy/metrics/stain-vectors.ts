import { logarithm } from '../../phantom/index.ts';
import type { Rgb } from '../light/dye.ts';

/** The two stains of a picture, as unit vectors of optical density. */
export interface StainVectors {
  readonly haematoxylin: Rgb;
  readonly eosin: Rgb;
}

/** Pixels with less density than this in any channel are glass and say nothing of the stains. */
const leastDensity = 0.15;
/** The part of the pixels at either end of the fan that is left out. */
const outermost = 0.01;

/**
 * Recovers the stain vectors of an H&E picture (Macenko et al., ISBI 2009): densities lie in a plane
 * between the two stains, so that the outermost directions in that plane are the stains. `values` are
 * red, green and blue in turn, 0 to 255; the light of bare glass is `glass`. Null where fewer than 100
 * pixels are stained.
 */
export function stainVectorsOf(values: ArrayLike<number>, glass: number): StainVectors | null {
  const densities: Rgb[] = [];
  for (let n = 0; n + 2 < values.length; n += 3) {
    const [r, g, b] = [0, 1, 2].map(
      (c) => -logarithm(((values[n + c] as number) + 1) / glass),
    ) as unknown as Rgb;
    if (r > leastDensity && g > leastDensity && b > leastDensity) densities.push([r, g, b]);
  }
  if (densities.length < 100) return null;
  const mean = meanOf(densities);
  const covariance = covarianceOf(densities, mean);
  const first = strongest(covariance, null);
  const second = strongest(covariance, first);
  // Turned so that the plane's first axis is the mean: densities are positive, so none lies behind it,
  // and the order of slopes is that of angles.
  const [m, n] = [dot(first, mean), dot(second, mean)];
  const ahead = combined(first, m, second, n);
  const aside = combined(second, m, first, -n);
  const slopes = densities.map((d) => dot(aside, d) / dot(ahead, d)).sort((a, b) => a - b);
  const ends = [outermost, 1 - outermost].map((part) =>
    unit(combined(ahead, 1, aside, slopes[Math.floor(part * (slopes.length - 1))] as number)),
  ) as [Rgb, Rgb];
  // Haematoxylin takes more of the red.
  const [haematoxylin, eosin] = ends[0][0] > ends[1][0] ? ends : [ends[1], ends[0]];
  return { haematoxylin, eosin };
}

type Matrix = readonly [Rgb, Rgb, Rgb];

const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const combined = (a: Rgb, m: number, b: Rgb, n: number): Rgb => [
  m * a[0] + n * b[0],
  m * a[1] + n * b[1],
  m * a[2] + n * b[2],
];

function unit(a: Rgb): Rgb {
  const length = Math.sqrt(dot(a, a));
  return length > 0 ? [a[0] / length, a[1] / length, a[2] / length] : a;
}

const meanOf = (densities: readonly Rgb[]): Rgb => {
  const sum = densities.reduce<Rgb>((total, d) => combined(total, 1, d, 1), [0, 0, 0]);
  return [sum[0] / densities.length, sum[1] / densities.length, sum[2] / densities.length];
};

function covarianceOf(densities: readonly Rgb[], mean: Rgb): Matrix {
  const sums = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const density of densities) {
    const off = combined(density, 1, mean, -1);
    for (let n = 0; n < 9; n++)
      sums[n] = (sums[n] as number) + (off[Math.floor(n / 3)] as number) * (off[n % 3] as number);
  }
  const row = (i: number): Rgb => [sums[3 * i], sums[3 * i + 1], sums[3 * i + 2]] as unknown as Rgb;
  return [row(0), row(1), row(2)];
}

/** The direction in which a covariance is largest, at right angles to `other`, by power iteration. */
function strongest(matrix: Matrix, other: Rgb | null): Rgb {
  let v: Rgb = other ? [other[1], other[2], -other[0]] : [1, 1, 1];
  for (let round = 0; round < 200; round++) {
    const w: Rgb = [dot(matrix[0], v), dot(matrix[1], v), dot(matrix[2], v)];
    v = unit(other ? combined(w, 1, other, -dot(w, other)) : w);
  }
  return v;
}
