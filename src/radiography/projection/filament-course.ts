import {
  between,
  clamp,
  dot,
  type Draw,
  type PhantomPoint,
  phantomPoint,
  smoothStep,
  type Vector,
  unit,
} from '../../phantom/index.ts';
import type { FindSeptum, Septum } from './septa.ts';

const stepMm = 0.85;
export const mostSteps = 16;
/**
 * A septum is a bowed sheet, drawn where it runs along the ray: with a bow of 3 mm and 0.32 mm thick
 * it is 2.8 mm deep there, nine times its thickness, and two thirds of that where it is a little askew, as most are.
 * So a filament is strong for a short way and faint for most; many alike ones would be a carpet. Thin ones as deep
 * would be hairs, as sharp as mineral, and wide ones hooks: the path of a ray in them grows with the root of their
 * width, up to a bound. Multiples of the thickness.
 */
const usualDepth = 4.05;
const usualRadiusMm = 0.16;
const greatestRadiusMm = 0.26;
const strengthSpread = 0.26;
const greatestStrength = 1.25;
/** The sine of the angle between wall and ray at which it is less deep by the root of 2. */
const askew = 0.42;
/** The part of its depth that a septum has in fat, where by itself it would be a hair; between these levels of gland it gains all. */
const inFat = 0.1;
const fatLevel = 0.2;
const fullLevel = 0.6;
/** Where gland has grown together it is of the same tissue, and hides so much of it. */
const hiddenInGland = 0.38;
/** What is strong is long: a short, strong one is a needle. Steps of one of the usual strength. */
const usualSteps = 11;
/** No wall is flat: its fibres run in waves of some millimetres, this far to either side. */
const waveMm = 0.24;

/** What one filament is like. */
export interface Twig {
  readonly steps: number;
  readonly aside: Vector;
  /** Where it is drawn to at each step, and how strongly: nothing in a breast is ruled. */
  readonly bend: readonly Vector[];
  readonly sway: number;
  readonly radiusMm: number;
  /** How much deeper along the ray than wide it is. */
  readonly deeper: number;
}

export function openTwig(draw: Draw): Twig {
  const strength = Math.min(draw.logNormal(1, strengthSpread), greatestStrength);
  const longest = clamp(Math.round(usualSteps * Math.sqrt(strength)), 3, mostSteps);
  const radiusMm = Math.min(draw.logNormal(usualRadiusMm, 0.44), greatestRadiusMm);
  return {
    steps: draw.integer(Math.max(2, Math.round(longest / 2)), longest),
    aside: [draw.normal(0, 0.4), draw.normal(0, 0.5), draw.normal(0, 0.5)],
    bend: Array.from({ length: mostSteps }, () => draw.direction()),
    sway: draw.logNormal(0.38, 0.35),
    radiusMm,
    deeper: usualDepth * strength * Math.sqrt(usualRadiusMm / radiusMm),
  };
}

/** A filament as it lies in the breast at rest. */
export interface Course {
  readonly points: readonly PhantomPoint[];
  /** How much of the greatest depth along the ray its wall has at each point, 0 to 1. */
  readonly depths: readonly number[];
}

/** Where another one may leave a filament, and which way that runs there. */
export interface Fork {
  readonly at: PhantomPoint;
  readonly along: Vector;
}

export function forkOf({ points }: Course): Fork {
  const middle = points.length >> 1;
  const at = points[middle] as PhantomPoint;
  return { at, along: unit(between(points[middle - 1] as PhantomPoint, at)) };
}

/** How far the way of a branch is off that of its stem: it leaves it at a sharp angle, as a twig does. */
const branching = 0.65;

/** A filament is moved into the wall that it begins near, but no farther than this; then it comes back to its wall over so much way. */
const farthestMm = 3;
const backMm = 3;

/**
 * The course of a filament for rays of one direction: a bow in the walls that sets out roughly away from the
 * nipple, or from its stem. A wall shows where it runs along the ray: so a filament comes and goes on its way.
 */
export function courseOf(
  from: PhantomPoint,
  stem: Vector | null,
  { steps, aside, bend, sway }: Twig,
  depthMm: number,
  septumAt: FindSeptum,
  ray: Vector,
): Course {
  const septum: Septum = { x: 0, y: 0, z: 0, distanceMm: 0, level: 0 };
  const outward = stem ?? unit([from[0] - depthMm - 8, from[1], from[2]]);
  const off = stem ? branching : 1;
  let direction = unit([
    outward[0] + off * aside[0],
    outward[1] + off * aside[1],
    outward[2] + off * aside[2],
  ]);
  septumAt(from, septum);
  const settled = stem ? 0 : clamp(septum.distanceMm, -farthestMm, farthestMm);
  const depthHere = () =>
    depthAt(septum.x * ray[0] + septum.y * ray[1] + septum.z * ray[2]) * standingOut(septum.level);
  const depths = [depthHere()];
  const points = [
    phantomPoint(
      from[0] + settled * septum.x,
      from[1] + settled * septum.y,
      from[2] + settled * septum.z,
    ),
  ];
  for (let step = 0; step < steps; step++) {
    const [x, y, z] = points[step] as PhantomPoint;
    if (step > 0) septumAt(points[step] as PhantomPoint, septum);
    depths[step] = depthHere();
    // It stays in its wall: what leaves it is turned back.
    const leaving = direction[0] * septum.x + direction[1] * septum.y + direction[2] * septum.z;
    const back = clamp(septum.distanceMm / backMm, -0.7, 0.7) - leaving;
    direction = unit([
      direction[0] + back * septum.x,
      direction[1] + back * septum.y,
      direction[2] + back * septum.z,
    ]);
    points.push(
      phantomPoint(x + direction[0] * stepMm, y + direction[1] * stepMm, z + direction[2] * stepMm),
    );
    const to = bend[step] as Vector;
    direction = unit([
      direction[0] + sway * to[0],
      direction[1] + sway * to[1],
      direction[2] + sway * to[2],
    ]);
  }
  for (let round = 0; round < 4; round++) smoothOut(points);
  for (let n = 1; n < steps; n++) points[n] = waved(points[n] as PhantomPoint, bend[n] as Vector);
  for (let round = 0; round < 2; round++) smoothOut(points);
  depths.push(depths[steps - 1] as number);
  for (let n = 0; n <= steps; n++) depths[n] = (depths[n] as number) * crossing(points, n, ray);
  for (let round = 0; round < 3; round++) evenOut(depths);
  return { points, depths };
}

/** How much of a septum stands out from what lies about it, at a level of gland. */
const standingOut = (level: number): number =>
  (inFat + (1 - inFat) * smoothStep(fatLevel, fullLevel, level)) *
  (1 - hiddenInGland * smoothStep(fullLevel, 1, level));

/** The depth of a wall along a ray that is off its plane by the angle of this sine. */
const depthAt = (slant: number): number => {
  const part = slant / askew;
  return 1 / Math.sqrt(1 + part * part);
};

const waved = (point: PhantomPoint, way: Vector): PhantomPoint =>
  phantomPoint(point[0] + waveMm * way[0], point[1] + waveMm * way[1], point[2] + waveMm * way[2]);

type Three = readonly [PhantomPoint, PhantomPoint, PhantomPoint];

/** How far a course runs across the ray at a point, from 0 to 1: where it turns along it, it would end in a stub. */
function crossing(points: readonly PhantomPoint[], n: number, ray: Vector): number {
  const before = points[Math.max(n - 1, 0)] as PhantomPoint;
  const after = points[Math.min(n + 1, points.length - 1)] as PhantomPoint;
  const along = dot(unit(between(before, after)), ray);
  return 1 - along * along;
}

/** A wall turns into the ray and out of it by degrees: a filament that flashed up would be a stick. */
function evenOut(depths: number[]): void {
  for (let n = depths.length - 2; n > 0; n--) {
    const beside = (depths[n - 1] as number) + (depths[n + 1] as number);
    depths[n] = 0.5 * (depths[n] as number) + 0.25 * beside;
  }
}

/** Evens out the corners of a course where it goes over from one wall into the next; its ends stay. */
function smoothOut(course: PhantomPoint[]): void {
  for (let n = course.length - 2; n > 0; n--) {
    const [before, here, after] = course.slice(n - 1, n + 2) as unknown as Three;
    const mean = (axis: 0 | 1 | 2) => 0.25 * before[axis] + 0.5 * here[axis] + 0.25 * after[axis];
    course[n] = phantomPoint(mean(0), mean(1), mean(2));
  }
}
