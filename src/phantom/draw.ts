import { cosine, exponential, logarithm, pi, sine } from './elementary.ts';
import type { Vector } from './vector.ts';

/**
 * A stream of seeded numbers. A stream has a name, and its numbers hang on nothing but the seed and
 * that name: whatever one part of the phantom draws, the others stay as they are. So a lesion can be
 * changed without a new breast growing around it.
 */
export interface Draw {
  /** A number from `min` (included) to `max` (excluded); from 0 to 1 where neither is given. */
  uniform(min?: number, max?: number): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** A number of the normal distribution. */
  normal(mean?: number, deviation?: number): number;
  /** A number whose logarithm is normal: `median` and the deviation of the logarithm. */
  logNormal(median: number, deviation: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the list; throws a RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A direction, uniform on the unit sphere. */
  direction(): Vector;
  /** A whole number from 0 to 2³² − 1 that seeds something else, such as a noise. */
  seed(): number;
  /** An independent stream whose numbers hang on this stream's name and `name` only. */
  branch(name: string | number): Draw;
}

/** Opens the stream of a seed and a name. The seed is any whole number from 0 to 2³² − 1. */
export function openDraw(seed: number, name = ''): Draw {
  const key = hashOf(seed, name);
  const next = smallFastCounter(key);
  const uniform = (min = 0, max = 1): number => min + (max - min) * (next() / 4294967296);
  const normal = (mean = 0, deviation = 1): number => {
    const radius = Math.sqrt(-2 * logarithm((next() + 1) / 4294967296));
    return mean + deviation * radius * cosine(2 * pi * uniform());
  };
  return {
    uniform,
    normal,
    integer: (min, max) => min + Math.floor(uniform() * (max - min + 1)),
    logNormal: (median, deviation) => median * exponential(normal(0, deviation)),
    chance: (probability) => uniform() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('There is nothing to pick from an empty list.');
      return list[Math.floor(uniform() * list.length)] as (typeof list)[number];
    },
    direction: () => {
      const z = uniform(-1, 1);
      const ring = Math.sqrt(1 - z * z);
      const angle = 2 * pi * uniform();
      return [ring * cosine(angle), ring * sine(angle), z];
    },
    seed: next,
    branch: (child) => openDraw(key, String(child)),
  };
}

/** FNV-1a over the seed's bytes and the name, then a finishing mix: 32 well-scattered bits. */
function hashOf(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  const feed = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193);
  };
  for (let shift = 0; shift < 32; shift += 8) feed((seed >>> shift) & 255);
  for (let i = 0; i < name.length; i++) feed(name.charCodeAt(i));
  return scatter(hash);
}

/** Scatters 32 bits so that neighbouring inputs have nothing in common (Murmur3 finaliser). */
export function scatter(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The generator sfc32 (Doty-Humphrey, PractRand), after the twelve rounds it asks for. */
function smallFastCounter(key: number): () => number {
  let a = scatter(key + 1) | 0;
  let b = scatter(key + 0x9e3779b9) | 0;
  let c = key | 0;
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
