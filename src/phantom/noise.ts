import { scatter } from './draw.ts';
import type { Vector } from './vector.ts';

/**
 * A smooth random function of space: about −1 to 1, mean 0, details of about the size 1. It is a
 * gradient noise (Perlin 2002) whose lattice directions come from a hash of the seed, so it needs no
 * table and is the same everywhere.
 */
export type Noise = (x: number, y: number, z: number) => number;

/** Opens the noise of a seed. */
export function openNoise(seed: number): Noise {
  const key = scatter(seed);
  return (x, y, z) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const k = Math.floor(z);
    const fx = x - i;
    const fy = y - j;
    const fz = z - k;
    const u = fade(fx);
    const v = fade(fy);
    const w = fade(fz);
    const near = mix(
      mix(slope(key, i, j, k, fx, fy, fz), slope(key, i + 1, j, k, fx - 1, fy, fz), u),
      mix(
        slope(key, i, j + 1, k, fx, fy - 1, fz),
        slope(key, i + 1, j + 1, k, fx - 1, fy - 1, fz),
        u,
      ),
      v,
    );
    const k1 = k + 1;
    const gz = fz - 1;
    const far = mix(
      mix(slope(key, i, j, k1, fx, fy, gz), slope(key, i + 1, j, k1, fx - 1, fy, gz), u),
      mix(
        slope(key, i, j + 1, k1, fx, fy - 1, gz),
        slope(key, i + 1, j + 1, k1, fx - 1, fy - 1, gz),
        u,
      ),
      v,
    );
    return mix(near, far, w);
  };
}

/**
 * A noise with finer and finer layers on it, each `gain` times as strong as the one before at 2.03
 * times its frequency; scaled so that its spread hardly hangs on the number of layers.
 */
export function layered(noise: Noise, layers: number, gain = 0.5): Noise {
  let norm = 0;
  for (let layer = 0, strength = 1; layer < layers; layer++, strength *= gain)
    norm += strength * strength;
  const scale = 1 / Math.sqrt(norm);
  return (x, y, z) => {
    let sum = 0;
    let strength = scale;
    let frequency = 1;
    for (let layer = 0; layer < layers; layer++) {
      const shift = layer * 17.3;
      sum += strength * noise(x * frequency + shift, y * frequency - shift, z * frequency + shift);
      strength *= gain;
      frequency *= 2.03;
    }
    return sum;
  };
}

/** The noise at a point, with details of about `sizeMm`. */
export const noiseAt = (noise: Noise, point: Vector, sizeMm: number): number =>
  noise(point[0] / sizeMm, point[1] / sizeMm, point[2] / sizeMm);

const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;

/** The twelve edge directions of a cube, by the low bits of the hash. */
function slope(key: number, i: number, j: number, k: number, x: number, y: number, z: number) {
  let h = Math.imul(i, 0x27d4eb2d) ^ Math.imul(j, 0x165667b1) ^ Math.imul(k, 0x9e3779b1) ^ key;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  const edge = ((h >>> 4) & 0xffff) % 12;
  const a = edge < 8 ? x : y;
  const b = edge < 4 ? y : z;
  return ((edge & 1) === 0 ? a : -a) + ((edge & 2) === 0 ? b : -b);
}
