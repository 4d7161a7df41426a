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
    const k = Math.floor(z);
    const z0 = z - k;
    place[0] = x;
    place[1] = y;
    place[2] = z0;
    mixCorners(Math.imul(k, alongZ) ^ key, 0);
    place[2] = z0 - 1;
    mixCorners(Math.imul(k + 1, alongZ) ^ key, 1);
    return mix(mixed[0] as number, mixed[1] as number, fade(z0));
  };
}

/**
 * Hands a place to `mixCorners`, its height that over the corners, and gets back what those below and
 * above come to: numbers handed over one by one would be put on the heap.
 */
const place = new Float64Array(3);
const mixed = new Float64Array(2);

/** Mixes the slopes of the four corners of a cube at one height, whose bits are `k`, into `mixed[to]`. */
function mixCorners(k: number, to: number): void {
  const x = place[0] as number;
  const y = place[1] as number;
  const z0 = place[2] as number;
  const i = Math.floor(x);
  const j = Math.floor(y);
  // The bits that each axis gives to the hash, and the way from the corner.
  const i0 = Math.imul(i, alongX) ^ k;
  const i1 = Math.imul(i + 1, alongX) ^ k;
  const j0 = Math.imul(j, alongY);
  const j1 = Math.imul(j + 1, alongY);
  const x0 = x - i;
  const x1 = x0 - 1;
  const y0 = y - j;
  const y1 = y0 - 1;
  const u = fade(x0);
  mixed[to] = mix(
    mix(slope(i0 ^ j0, x0, y0, z0), slope(i1 ^ j0, x1, y0, z0), u),
    mix(slope(i0 ^ j1, x0, y1, z0), slope(i1 ^ j1, x1, y1, z0), u),
    fade(y0),
  );
}

/**
 * A noise along a column of places that differ in z only: adds `strength` times the noise at
 * (x, y, zFrom + n · zStep) to each `to[n]`.
 */
export type NoiseColumn = (
  x: number,
  y: number,
  zFrom: number,
  zStep: number,
  strength: number,
  to: Float64Array,
) => void;

/** Opens the noise of a seed for columns: what x and y do to it is worked out once for each cube. */
export function openNoiseColumn(seed: number): NoiseColumn {
  const key = scatter(seed);
  // What the four corners below and above add up to: at their own height, and more with each step up.
  let below = new Float64Array(2);
  let above = new Float64Array(2);
  return (x, y, zFrom, zStep, strength, to) => {
    let cube = Number.NaN;
    for (let n = 0; n < to.length; n++) {
      const z = zFrom + n * zStep;
      const k = Math.floor(z);
      if (k === cube + 1) {
        [below, above] = [above, below];
        addCorners(x, y, Math.imul(k + 1, alongZ) ^ key, above);
      } else if (k !== cube) {
        addCorners(x, y, Math.imul(k, alongZ) ^ key, below);
        addCorners(x, y, Math.imul(k + 1, alongZ) ^ key, above);
      }
      cube = k;
      const z0 = z - k;
      const low = (below[0] as number) + (below[1] as number) * z0;
      const high = (above[0] as number) + (above[1] as number) * (z0 - 1);
      to[n] = (to[n] as number) + strength * mix(low, high, fade(z0));
    }
  };
}

/** Mixes the four corners of a cube at one height, whose bits are `k`, for a place (x, y). */
function addCorners(x: number, y: number, k: number, to: Float64Array): void {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const i0 = Math.imul(i, alongX) ^ k;
  const i1 = Math.imul(i + 1, alongX) ^ k;
  const j0 = Math.imul(j, alongY);
  const j1 = Math.imul(j + 1, alongY);
  const x0 = x - i;
  const y0 = y - j;
  const u = fade(x0);
  const v = fade(y0);
  const a = directionOf(i0 ^ j0);
  const b = directionOf(i1 ^ j0);
  const c = directionOf(i0 ^ j1);
  const d = directionOf(i1 ^ j1);
  const flat = (n: number, fromX: number, fromY: number) =>
    (towardsX[n] as number) * fromX + (towardsY[n] as number) * fromY;
  const rise = (n: number) => towardsZ[n] as number;
  to[0] = mix(
    mix(flat(a, x0, y0), flat(b, x0 - 1, y0), u),
    mix(flat(c, x0, y0 - 1), flat(d, x0 - 1, y0 - 1), u),
    v,
  );
  to[1] = mix(mix(rise(a), rise(b), u), mix(rise(c), rise(d), u), v);
}

/**
 * A noise with finer and finer layers on it, each `gain` times as strong as the one before at 2.03
 * times its frequency; scaled so that its spread hardly hangs on the number of layers.
 */
export function layered(noise: Noise, layers: number, gain = 0.5): Noise {
  const all = layersOf(layers, gain);
  return (x, y, z) => {
    let sum = 0;
    for (let layer = 0; layer < layers; layer++) {
      const { strength, frequency, shift } = all[layer] as Layer;
      sum += strength * noise(x * frequency + shift, y * frequency - shift, z * frequency + shift);
    }
    return sum;
  };
}

/** The same for columns. */
export function layeredColumn(noise: NoiseColumn, layers: number, gain = 0.5): NoiseColumn {
  const all = layersOf(layers, gain);
  return (x, y, zFrom, zStep, times, to) => {
    for (const { strength, frequency, shift } of all)
      noise(
        x * frequency + shift,
        y * frequency - shift,
        zFrom * frequency + shift,
        zStep * frequency,
        times * strength,
        to,
      );
  };
}

interface Layer {
  readonly strength: number;
  readonly frequency: number;
  readonly shift: number;
}

function layersOf(layers: number, gain: number): Layer[] {
  let norm = 0;
  for (let layer = 0, strength = 1; layer < layers; layer++, strength *= gain)
    norm += strength * strength;
  const all: Layer[] = [];
  let strength = 1 / Math.sqrt(norm);
  let frequency = 1;
  for (let layer = 0; layer < layers; layer++) {
    all.push({ strength, frequency, shift: layer * 17.3 });
    strength *= gain;
    frequency *= 2.03;
  }
  return all;
}

/** The noise at a point, with details of about `sizeMm`. */
export const noiseAt = (noise: Noise, point: Vector, sizeMm: number): number =>
  noise(point[0] / sizeMm, point[1] / sizeMm, point[2] / sizeMm);

const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;

const alongX = 0x27d4eb2d;
const alongY = 0x165667b1;
const alongZ = 0x9e3779b1;

/** The ways from the middle of a cube to its twelve edges. */
const towardsX = Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1, 0, 0, 0, 0);
const towardsY = Float64Array.of(1, 1, -1, -1, 0, 0, 0, 0, 1, -1, 1, -1);
const towardsZ = Float64Array.of(0, 0, 0, 0, 1, 1, -1, -1, 1, 1, -1, -1);

/** Which of them a corner has, which is drawn by the corner's bits. */
function directionOf(bits: number): number {
  let h = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  return ((h >>> 4) & 0xffff) % 12;
}

/**
 * How far a point lies along the direction of a corner. So short that engines write it out at all four
 * corners: millions of noises are asked for.
 */
function slope(bits: number, x: number, y: number, z: number): number {
  const n = directionOf(bits);
  return (towardsX[n] as number) * x + (towardsY[n] as number) * y + (towardsZ[n] as number) * z;
}
