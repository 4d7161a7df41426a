import { clamp, pi, power } from '../elementary.ts';
import { distance, type Vector } from '../vector.ts';
import type { Cast } from './cast.ts';
import { samplesOf } from './lattice.ts';
import { coverOf, type Solid, scaledSolid } from './solid.ts';

/** The sizes of a solid as a lattice measures them. */
export interface SolidSize {
  /** Greatest distance between two points of it. */
  readonly spanMm: number;
  /** Volume within its outline, pores included. */
  readonly volumeMm3: number;
  /** Volume of the mineral alone. */
  readonly mineralMm3: number;
  /** Diameter of the ball of the same volume. */
  readonly equivalentDiameterMm: number;
}

/**
 * Measures a solid: a cast from its limbs, anything else on a lattice, whose span is right to about
 * an eighth of the smallest radius.
 */
export function sizeOf(solid: Solid): SolidSize {
  if (solid.kind === 'cast') return castSize(solid);
  const pitchMm = measuringPitchMm(solid);
  const { points, mineral, volumesMm3 } = samplesOf(solid, pitchMm);
  const volumeMm3 = volumesMm3.reduce((total, volume) => total + volume, 0);
  return {
    spanMm: mineral.length > 0 ? spanOf(points) + pitchMm : 0,
    volumeMm3,
    mineralMm3: mineral.reduce((total, part, n) => total + part * (volumesMm3[n] as number), 0),
    equivalentDiameterMm: diameterOfBall(volumeMm3),
  };
}

/** A cast as cones between the points of its limbs, bumps left out. */
function castSize({ limbs, hollow, texture }: Cast): SolidSize {
  let volumeMm3 = 0;
  let spanMm = 0;
  const ends = limbs.flatMap(({ course, radiiMm }) =>
    course.map((at, i) => ({ at, radiusMm: radiiMm[i] as number })),
  );
  for (const { course, radiiMm } of limbs) {
    for (let i = 1; i < course.length; i++) {
      const [a, b] = [radiiMm[i - 1] as number, radiiMm[i] as number];
      const long = distance(course[i - 1] as Vector, course[i] as Vector);
      volumeMm3 += (pi / 3) * long * (a * a + a * b + b * b);
    }
  }
  for (const a of ends) {
    for (const b of ends) {
      spanMm = Math.max(spanMm, distance(a.at, b.at) + a.radiusMm + b.radiusMm);
    }
  }
  const mineralMm3 = volumeMm3 * (1 - hollow * hollow) * texture.packing;
  return { spanMm, volumeMm3, mineralMm3, equivalentDiameterMm: diameterOfBall(volumeMm3) };
}

const diameterOfBall = (volumeMm3: number) => power((6 * volumeMm3) / pi, 1 / 3);

/** The solid, scaled so that its span is `spanMm`. Throws a RangeError for a solid without mineral. */
export function sizedTo(solid: Solid, spanMm: number): Solid {
  const found = sizeOf(solid).spanMm;
  if (found === 0) throw new RangeError('A solid without mineral cannot be given a size.');
  return scaledSolid(solid, spanMm / found);
}

/**
 * An eighth of the smallest radius, and less in what is slender, lest its ends be missed; a thirtieth of a shell,
 * a fifth of a sheath's radius.
 */
function measuringPitchMm(solid: Solid): number {
  const radii = coverOf(solid).map(({ radiusMm }) => radiusMm);
  const finest = Math.min(...radii);
  if (solid.kind === 'grain')
    return clamp(Math.min(...solid.semiAxesMm) / 2.5, finest / 20, finest / 8);
  if (solid.kind === 'cluster') {
    const smallest = Math.min(...solid.balls.map(({ radiusMm }) => radiusMm));
    return clamp(smallest, finest / 16, finest / 8);
  }
  if (solid.kind === 'shell') return finest / 30;
  if (solid.kind === 'sheath') return Math.min(...solid.limb.radiiMm) / 5;
  return Math.max(finest, 0.02) / 8;
}

/** Greatest extent of points over the directions through the lattice points of a cube. */
function spanOf(points: Float64Array): number {
  let span = 0;
  for (const [x, y, z] of directions) {
    let least = Infinity;
    let most = -Infinity;
    for (let i = 0; i < points.length; i += 3) {
      const along =
        (points[i] as number) * x + (points[i + 1] as number) * y + (points[i + 2] as number) * z;
      if (along < least) least = along;
      if (along > most) most = along;
    }
    if (most - least > span) span = most - least;
  }
  return span;
}

const directions: readonly (readonly [number, number, number])[] = (() => {
  const found: [number, number, number][] = [];
  for (let i = -3; i <= 3; i++) {
    for (let j = -3; j <= 3; j++) {
      for (const [x, y, z] of [
        [i, j, 3],
        [i, 3, j],
        [3, i, j],
      ] as const) {
        const size = Math.sqrt(x * x + y * y + z * z);
        found.push([x / size, y / size, z / size]);
      }
    }
  }
  return found;
})();
