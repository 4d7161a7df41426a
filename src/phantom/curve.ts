import type { Draw } from './draw.ts';
import { along, between, distance, dot, moved, scaled, sum, unit, type Vector } from './vector.ts';

/** The course of something long and thin: points in order, at least two. */
export type Course<P extends Vector> = readonly P[];

/** The length along a course. */
export function courseLengthMm(course: Course<Vector>): number {
  let total = 0;
  for (let i = 1; i < course.length; i++) {
    total += distance(course[i - 1] as Vector, course[i] as Vector);
  }
  return total;
}

/**
 * Points at even steps along a smooth course through the given points (Catmull–Rom), both ends kept.
 */
export function resampled<P extends Vector>(course: Course<P>, stepMm: number): P[] {
  const smooth: P[] = [];
  for (let i = 0; i < course.length - 1; i++) {
    const before = (course[i - 1] ?? course[i]) as P;
    const a = course[i] as P;
    const b = course[i + 1] as P;
    const after = (course[i + 2] ?? b) as P;
    const pieces = Math.max(1, Math.ceil(distance(a, b) / stepMm));
    for (let k = 0; k < pieces; k++) smooth.push(catmullRom(before, a, b, after, k / pieces));
  }
  const last = course[course.length - 1];
  if (last) smooth.push(last);
  return smooth;
}

/** The part of a course between two distances from its start; empty where that is no length. */
export function stretchOf<P extends Vector>(course: Course<P>, fromMm: number, toMm: number): P[] {
  const part: P[] = [];
  let walked = 0;
  for (let i = 1; i < course.length; i++) {
    const a = course[i - 1] as P;
    const b = course[i] as P;
    const step = distance(a, b);
    const start = (fromMm - walked) / step;
    const end = (toMm - walked) / step;
    if (start < 1 && end > 0 && toMm > fromMm) {
      if (part.length === 0) part.push(along(a, b, Math.max(start, 0)));
      part.push(along(a, b, Math.min(end, 1)));
    }
    walked += step;
  }
  return part;
}

/** A course without elbows: each point is the mean of those up to `reach` points before and after it. */
export function bowed<P extends Vector>(course: Course<P>, reach: number): P[] {
  return course.map((_, n) => {
    // Fewer neighbours near the ends, which so stay where they are.
    const near = Math.min(reach, n, course.length - 1 - n);
    let [x, y, z] = [0, 0, 0];
    for (let m = n - near; m <= n + near; m++) {
      const other = course[m] as P;
      x += other[0];
      y += other[1];
      z += other[2];
    }
    const count = 2 * near + 1;
    return [x / count, y / count, z / count] as Vector as P;
  });
}

/** The point at a distance from the start of a course; its ends where the distance lies beyond. */
export function pointAt<P extends Vector>(course: Course<P>, distanceMm: number): P {
  let left = distanceMm;
  for (let i = 1; i < course.length; i++) {
    const a = course[i - 1] as P;
    const b = course[i] as P;
    const step = distance(a, b);
    if (left <= step) return along(a, b, Math.max(left, 0) / step);
    left -= step;
  }
  return course[course.length - 1] as P;
}

/** Where a course comes nearest to a point: how near, and how far along the course that is. */
export function nearestOn(
  course: Course<Vector>,
  point: Vector,
): { readonly distanceMm: number; readonly alongMm: number } {
  let best = Infinity;
  let bestAlong = 0;
  let walked = 0;
  for (let i = 1; i < course.length; i++) {
    const a = course[i - 1] as Vector;
    const way = between(a, course[i] as Vector);
    const square = dot(way, way);
    const t = square > 0 ? Math.min(Math.max(dot(between(a, point), way) / square, 0), 1) : 0;
    const d = distance(moved(a, way, t), point);
    const step = Math.sqrt(square);
    if (d < best) {
      best = d;
      bestAlong = walked + t * step;
    }
    walked += step;
  }
  return { distanceMm: best, alongMm: bestAlong };
}

/** How a course winds: see `wander`. */
export interface Wandering<P extends Vector> {
  readonly from: P;
  readonly direction: Vector;
  readonly stepMm: number;
  readonly steps: number;
  /** How much the direction changes at random with each step, and how much it keeps turning. */
  readonly restlessness: number;
  readonly wobble: number;
  /** A pull added to the direction at a point. */
  readonly steer?: (point: P, direction: Vector) => Vector;
  /** Tells whether the course may go on to this point. */
  readonly allowed?: (point: P) => boolean;
}

/**
 * Lets a course find its way: a random walk of the direction with a turn that lasts, pulled where it
 * is steered. It ends early where it is not allowed to go on, so it may have one point only.
 */
export function wander<P extends Vector>(way: Wandering<P>, draw: Draw): P[] {
  const turn = scaled(draw.direction(), way.wobble);
  const course: P[] = [way.from];
  let here = way.from;
  let direction = unit(way.direction);
  for (let step = 0; step < way.steps; step++) {
    const jolt: Vector = [draw.normal(), draw.normal(), draw.normal()];
    let next = sum(sum(direction, turn), scaled(jolt, way.restlessness));
    if (way.steer) next = sum(next, way.steer(here, direction));
    direction = unit(next);
    const there = moved(here, direction, way.stepMm);
    if (way.allowed && !way.allowed(there)) break;
    course.push(there);
    here = there;
  }
  return course;
}

function catmullRom<P extends Vector>(p0: P, p1: P, p2: P, p3: P, t: number): P {
  const t2 = t * t;
  const t3 = t2 * t;
  const a = -0.5 * t3 + t2 - 0.5 * t;
  const b = 1.5 * t3 - 2.5 * t2 + 1;
  const c = -1.5 * t3 + 2 * t2 + 0.5 * t;
  const d = 0.5 * t3 - 0.5 * t2;
  const at = (axis: 0 | 1 | 2) => a * p0[axis] + b * p1[axis] + c * p2[axis] + d * p3[axis];
  return [at(0), at(1), at(2)] as Vector as P;
}
