import {
  type Axes,
  distance,
  type PhantomPoint,
  type Texture,
  type Vector,
  within,
} from '../../phantom/index.ts';
import type { Lining } from '../lesion/lining.ts';
import type { Stroma } from '../lesion/stroma.ts';
import type { Stand } from './stand.ts';

/**
 * What a body is. A part is a structure of the lesion that holds mineral; what kind, its own record
 * says. A growth is what else the lesion has made.
 */
export type BodyKind =
  'duct' | 'lobule' | 'acinus' | 'artery' | 'vein' | 'vessel' | 'strand' | 'part' | 'growth';

/** Mineral in the wall of a body that is an ellipsoid: as much of its solid as tells its surface. */
export interface Rind {
  readonly semiAxesMm: Vector;
  readonly texture: Texture;
}

/** Something of a shape of its own in the breast at rest, in millimetres and three dimensions. */
export interface Body {
  readonly kind: BodyKind;
  /** Its id among its kind; of an acinus, that of its unit. */
  readonly id: number;
  readonly shape: Shape;
  /** From the outer surface to the lumen; 0 for what has none. */
  readonly wallMm: number;
  /** Farther than this nobody asks for it, where it is one of a crowd: in micrometres. */
  readonly nearUm?: number;
  /** The epithelium of a gland. */
  readonly lining?: Lining;
  /** The gland that it lies about and whose crooked outline it shares. */
  readonly about?: Body;
  /** The mineral on it, whose surface its own follows. */
  readonly rind?: Rind;
  /** What fills it with small bodies, and the stroma between these. */
  readonly stand?: Stand;
  readonly stroma?: Stroma;
}

/**
 * The outer surface of a body: a limb is a chain of capsules with a radius at every point, a single
 * point a ball.
 */
export type Shape =
  | {
      readonly kind: 'limb';
      readonly course: readonly PhantomPoint[];
      readonly radiiMm: readonly number[];
    }
  | {
      readonly kind: 'ellipsoid';
      readonly at: PhantomPoint;
      readonly axes: Axes;
      readonly semiAxesMm: Vector;
    };

/** A ball as a shape. */
export const ball = (at: PhantomPoint, radiusMm: number): Shape => ({
  kind: 'limb',
  course: [at],
  radiiMm: [radiusMm],
});

/** Points of a shape with radii that together hold it: what to look at to find out where it lies. */
export function holdersOf(shape: Shape): { at: PhantomPoint; radiusMm: number }[] {
  if (shape.kind === 'ellipsoid')
    return [{ at: shape.at, radiusMm: Math.max(...shape.semiAxesMm) }];
  return shape.course.map((at, n) => ({ at, radiusMm: shape.radiiMm[n] as number }));
}

/** How far a point of the breast lies within a shape, in millimetres; negative outside. */
export function insideMm(shape: Shape, point: PhantomPoint): number {
  if (shape.kind === 'ellipsoid') return insideEllipsoidMm(shape, point);
  const { course, radiiMm } = shape;
  if (course.length === 1)
    return (radiiMm[0] as number) - distance(course[0] as PhantomPoint, point);
  let most = -Infinity;
  for (let n = 1; n < course.length; n++) {
    const a = course[n - 1] as PhantomPoint;
    const b = course[n] as PhantomPoint;
    const x = b[0] - a[0];
    const y = b[1] - a[1];
    const z = b[2] - a[2];
    const square = x * x + y * y + z * z;
    const along = (point[0] - a[0]) * x + (point[1] - a[1]) * y + (point[2] - a[2]) * z;
    const t = square > 0 ? Math.min(Math.max(along / square, 0), 1) : 0;
    const from = radiiMm[n - 1] as number;
    const offX = a[0] + x * t - point[0];
    const offY = a[1] + y * t - point[1];
    const offZ = a[2] + z * t - point[2];
    const off = Math.sqrt(offX * offX + offY * offY + offZ * offZ);
    most = Math.max(most, from + t * ((radiiMm[n] as number) - from) - off);
  }
  return most;
}

/** The parts of a shape that may come nearer than `nearMm` to a point: capsules of a limb, or the whole. */
export function partsNear(shape: Shape, point: PhantomPoint, nearMm: number): Shape[] {
  if (shape.kind === 'ellipsoid') return [shape];
  const { course, radiiMm } = shape;
  return course.flatMap((b, n): Shape[] => {
    if (n === 0 && course.length > 1) return [];
    const before = Math.max(0, n - 1);
    const part: Shape = {
      kind: 'limb',
      course: [course[before] as PhantomPoint, b],
      radiiMm: [radiiMm[before] as number, radiiMm[n] as number],
    };
    return insideMm(part, point) > -nearMm ? [part] : [];
  });
}

/** To first order about the surface: the level over its slope. */
export function insideEllipsoidMm(
  { at, axes, semiAxesMm: [a, b, c] }: Extract<Shape, { kind: 'ellipsoid' }>,
  point: PhantomPoint,
): number {
  const off = within(axes, [point[0] - at[0], point[1] - at[1], point[2] - at[2]]);
  const [p, q, r] = [off[0] / a, off[1] / b, off[2] / c];
  const out = Math.sqrt(p * p + q * q + r * r);
  const slope = Math.sqrt((p / a) * (p / a) + (q / b) * (q / b) + (r / c) * (r / c));
  return slope > 0 ? (out * (1 - out)) / slope : Math.min(a, b, c);
}
