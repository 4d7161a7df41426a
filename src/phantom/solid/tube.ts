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
  const segmentsNear = openBins(limbs.flatMap(segmentsOf), far);
  return (point) => {
    let nearest = far;
    let best: Segment | undefined;
    let bestT = 0;
    for (const segment of segmentsNear(point)) {
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

type Segment = ReturnType<typeof segmentsOf>[number];

/** Sorts segments into cubes, so that a point is compared with those near it and no others. */
function openBins(
  segments: readonly Segment[],
  far: number,
): (point: Vector) => readonly Segment[] {
  const reaches = segments.map(
    ({ square, radiusMm, growth }) =>
      Math.sqrt(square) / 2 + far * Math.max(radiusMm, radiusMm + growth),
  );
  const size = Math.max(...reaches, 1e-6) / 2;
  const key = (i: number, j: number, k: number) => ((i + 4096) * 8192 + j + 4096) * 8192 + k + 4096;
  const bins = new Map<number, Segment[]>();
  segments.forEach((segment, n) => {
    const middle = moved(segment.from, segment.way, 0.5);
    const reach = reaches[n] as number;
    const [low, high] = [-reach, reach].map((off) =>
      middle.map((value) => Math.floor((value + off) / size)),
    ) as [number[], number[]];
    for (let i = low[0] as number; i <= (high[0] as number); i++) {
      for (let j = low[1] as number; j <= (high[1] as number); j++) {
        for (let k = low[2] as number; k <= (high[2] as number); k++) {
          const bin = bins.get(key(i, j, k));
          if (bin) bin.push(segment);
          else bins.set(key(i, j, k), [segment]);
        }
      }
    }
  });
  return ([x, y, z]) =>
    bins.get(key(Math.floor(x / size), Math.floor(y / size), Math.floor(z / size))) ?? none;
}

const none: readonly Segment[] = [];

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
export function segmentsOf({ course, radiiMm }: Limb, limb: number) {
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
