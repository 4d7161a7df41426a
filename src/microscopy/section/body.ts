import type { Axes, PhantomPoint, Vector } from '../../phantom/index.ts';

/** What a body is. A part is a structure of the lesion; what kind, its own record says. */
export type BodyKind = 'duct' | 'lobule' | 'acinus' | 'artery' | 'vein' | 'strand' | 'part';

/** Something of a shape of its own in the breast at rest, in millimetres and three dimensions. */
export interface Body {
  readonly kind: BodyKind;
  /** Its id among its kind; of an acinus, that of its unit. */
  readonly id: number;
  readonly shape: Shape;
  /** From the outer surface to the lumen; 0 for what has none. */
  readonly wallMm: number;
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
