import { clamp, cosine, pi, sine, smoothStep } from '../elementary.ts';
import { layered, openNoise } from '../noise.ts';
import { moved, type Vector } from '../vector.ts';
import type { Ball } from './ball.ts';
import { openSamples, type Samples } from './samples.ts';
import {
  highestBump,
  type MineralField,
  openTexture,
  scaledTexture,
  type Texture,
} from './texture.ts';
import { type Limb, limbCover, openTube, scaledLimb, segmentsOf } from './tube.ts';

/**
 * Plaques in the wall of a tube: the calcified media of an artery. Seen from the side the two walls
 * are tram tracks, without being told to.
 */
export interface Sheath {
  readonly kind: 'sheath';
  /** The course of the artery; its radii reach to the middle of the wall. */
  readonly limb: Limb;
  readonly lengthMm: number;
  /** Half the thickness of the wall where it is fully calcified. */
  readonly wallMm: number;
  /** The part of the wall that is calcified in the middle of the run, 0 to 1; it thins out to its ends. */
  readonly coverage: number;
  /** How much more of it is calcified on one side than across, which winds about the artery, 0 to 1. */
  readonly sided: number;
  /** The breadth of a plaque; along the artery it is longer. */
  readonly plaqueMm: number;
  readonly texture: Texture;
}

/** How much longer than broad a plaque is. */
const slender = 4.2;
/** Plaques are of unlike depth: over `wallMm`, from the faintest to the deepest. */
const thinnest = 0.3;
const thickest = 1.7;
/** Over about so many breadths of a plaque the side that is calcified most stays the same. */
const windingPlaques = 14;
/** Over how many breadths of a plaque the mineral thins out to its ends. */
const thinning = 8;

/**
 * How thick the mineral is to either side of the middle of the wall, at a place on it given as if the
 * artery were straight; 0 or less where there is none.
 */
function openWall({ lengthMm, coverage, sided, plaqueMm, wallMm, texture }: Sheath) {
  const { bumpAt, packingAt } = openTexture(texture);
  const plaques = layered(openNoise(texture.seed + 2), 3, 0.6);
  const tides = openNoise(texture.seed + 3);
  const sides = openNoise(texture.seed + 4);
  /** From -1 on the clean side to 1 on the other: which side that is changes slowly along the artery. */
  const sideAt = (s: number, a: number, b: number): number => {
    const far = s / (windingPlaques * plaqueMm);
    const [x, y] = [sides(far, 0.5, 0.5), sides(far, 20.5, 0.5)];
    return (a * x + b * y) / Math.max(Math.sqrt((a * a + b * b) * (x * x + y * y)), 1e-9);
  };
  const halfAt = (place: Vector): number => {
    const [s, a, b] = place;
    const fromEnd = Math.min(s, lengthMm - s);
    const tide = 0.45 * tides(s / (7 * plaqueMm), a / (3 * plaqueMm), b / (3 * plaqueMm));
    const here =
      (coverage + tide + sided * sideAt(s, a, b)) *
      smoothStep(-0.5 * plaqueMm, Math.min(thinning * plaqueMm, 0.4 * lengthMm), fromEnd);
    const patch = 0.5 + 0.9 * plaques(s / (slender * plaqueMm), a / plaqueMm, b / plaqueMm);
    const full = Math.min(1, 2.2 * (here - patch));
    const swell =
      0.5 + 0.8 * sides(s / (2.2 * plaqueMm), a / (2 * plaqueMm), b / (2 * plaqueMm) + 40.5);
    const thick = thinnest + (thickest - thinnest) * clamp(swell, 0, 1);
    return full > 0 ? full * thick * (wallMm + bumpAt(place)) : 0;
  };
  return { halfAt, packingAt };
}

/** Opens the field of a sheath. */
export function openSheath(sheath: Sheath): MineralField {
  const { halfAt, packingAt } = openWall(sheath);
  const highest = thickest * (sheath.wallMm + highestBump * sheath.texture.bumpMm);
  const placeOf = openTube([sheath.limb], 1.6);
  return (point) => {
    const place = placeOf(point);
    if (!place) return 0;
    const { straight, fromAxisMm, radiusMm } = place;
    const depth = Math.abs(fromAxisMm - radiusMm);
    if (depth > highest || fromAxisMm === 0) return 0;
    const out = radiusMm / fromAxisMm;
    const onWall: Vector = [straight[0], straight[1] * out, straight[2] * out];
    return depth < halfAt(onWall) ? packingAt(onWall) : 0;
  };
}

/** Samples a sheath over its wall, which is thinner than any lattice that could be paid for. */
export function sheathSamples(sheath: Sheath, pitchMm: number): Samples {
  const { halfAt, packingAt } = openWall(sheath);
  const samples = openSamples(pitchMm);
  for (const { from, way, square, axes, radiusMm, growth, startMm } of segmentsOf(sheath.limb, 0)) {
    const long = Math.sqrt(square);
    const steps = Math.max(1, Math.ceil(long / pitchMm));
    for (let i = 0; i < steps; i++) {
      const t = (i + 0.5) / steps;
      const radius = radiusMm + growth * t;
      const around = Math.max(8, Math.ceil((2 * pi * radius) / pitchMm));
      const area = (long / steps) * ((2 * pi * radius) / around);
      for (let j = 0; j < around; j++) {
        const angle = (2 * pi * (j + (i % 2) / 2)) / around;
        const [a, b] = [radius * cosine(angle), radius * sine(angle)];
        const place: Vector = [startMm + long * t, a, b];
        const half = halfAt(place);
        if (half <= 0) continue;
        const point = moved(moved(moved(from, way, t), axes[1], a), axes[2], b);
        samples.add(point, 2 * half * area, packingAt(place));
      }
    }
  }
  return samples.all();
}

/** Balls that hold the sheath together; one for each segment of its course. */
export const sheathCover = (sheath: Sheath): Ball[] =>
  limbCover(sheath.limb, thickest * (sheath.wallMm + highestBump * sheath.texture.bumpMm));

/** The sheath `factor` times as large. */
export const scaledSheath = (sheath: Sheath, factor: number): Sheath => ({
  ...sheath,
  limb: scaledLimb(sheath.limb, factor),
  lengthMm: sheath.lengthMm * factor,
  wallMm: sheath.wallMm * factor,
  plaqueMm: sheath.plaqueMm * factor,
  texture: scaledTexture(sheath.texture, factor),
});
