import {
  axesAlong,
  between,
  dot,
  length,
  moved,
  outOf,
  scaled,
  type Vector,
  within,
} from '../vector.ts';
import type { Ball } from './ball.ts';

/** A course with its radius at every point; relative to the centre of the solid. */
export interface Limb {
  readonly course: readonly Vector[];
  readonly radiiMm: readonly number[];
}

/** Where a point lies in terms of a limb: the coordinates in which its texture is laid out. */
export interface PlaceInTube {
  /** Distance from the axis over the radius there: 1 at the surface. */
  out: number;
  fromAxisMm: number;
  radiusMm: number;
  alongMm: number;
  /** The place as if the limb were straight: along it, and two ways across. */
  straight: Vector;
}

/**
 * Finds the place of points in limbs. Textures are laid out along the limb as if it were straight, so
 * that a cast that is bent with its duct keeps its bumps where they are. `far` tells beyond which
 * multiple of the radius nobody looks; there the place is null.
 */
export function openTube(
  limbs: readonly Limb[],
  far: number,
): (point: Vector) => PlaceInTube | null {
  const segments = limbs.flatMap(segmentsOf);
  return (point) => {
    let nearest = far;
    let best: (typeof segments)[number] | undefined;
    let bestT = 0;
    for (const segment of segments) {
      const { from, way, square, radiusMm, growth } = segment;
      const t = Math.min(Math.max(dot(between(from, point), way) / square, 0), 1);
      const out = length(between(moved(from, way, t), point)) / (radiusMm + growth * t);
      if (out < nearest) {
        nearest = out;
        best = segment;
        bestT = t;
      }
    }
    if (!best) return null;
    const alongMm = best.startMm + bestT * Math.sqrt(best.square);
    const fromAxis = between(moved(best.from, best.way, bestT), point);
    const [beyond, aside, across] = within(best.axes, fromAxis);
    const radiusMm = best.radiusMm + best.growth * bestT;
    return {
      out: nearest,
      fromAxisMm: nearest * radiusMm,
      radiusMm,
      alongMm,
      straight: [alongMm + beyond + best.limb * 37, aside, across],
    };
  };
}

/** Balls that hold a limb together, each widened by `wideMm`; one for each segment. */
export const limbCover = (limb: Limb, wideMm: number): Ball[] =>
  segmentsOf(limb, 0).map(({ from, way, square, radiusMm, growth }) => ({
    at: moved(from, way, 0.5),
    radiusMm: Math.sqrt(square) / 2 + Math.max(radiusMm, radiusMm + growth) + wideMm,
  }));

/** The limb `factor` times as large. */
export const scaledLimb = ({ course, radiiMm }: Limb, factor: number): Limb => ({
  course: course.map((point) => scaled(point, factor)),
  radiiMm: radiiMm.map((radius) => radius * factor),
});

/** The segments of a limb, each with axes that turn as little as they can from one to the next. */
function segmentsOf({ course, radiiMm }: Limb, limb: number) {
  let startMm = 0;
  let side: Vector = [0, 0, 1];
  return course.slice(1).map((to, i) => {
    const from = course[i] as Vector;
    const way = between(from, to);
    const square = Math.max(dot(way, way), 1e-12);
    const axes = axesAlong(way, side);
    side = outOf(axes, [0, 1, 0]);
    const radiusMm = radiiMm[i] as number;
    const growth = (radiiMm[i + 1] as number) - radiusMm;
    const segment = { from, way, square, axes, radiusMm, growth, startMm, limb };
    startMm += Math.sqrt(square);
    return segment;
  });
}
