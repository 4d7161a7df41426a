import type { Vector } from './vector.ts';

/**
 * The five frames of the patient, all right-handed and in millimetres. A point carries its frame in
 * its type, so that a point of one frame cannot be used in another; at run time it is three numbers.
 *
 * - phantom: the breast at rest. Origin on the chest wall behind the nipple; x forward to the nipple,
 *   y lateral, z up. That is right-handed for a left breast; a right breast is kept as its mirror
 *   image, and whoever shows it mirrors the finished view.
 * - compressed: the breast between the plates of one view. u from the chest edge of the detector to
 *   the nipple, v up the image (lateral in CC, up in ML), w from the detector to the tube.
 * - core: one needle core. First along the core from its tip, then outward from the needle, then
 *   across.
 * - tray: where the cores lie for their radiograph. x to the right and y up the picture, z from the
 *   tray to the tube.
 * - block: the paraffin block. x and y on the cut face, z the depth below the face.
 */
declare const frame: unique symbol;
type In<Frame extends string> = Vector & { readonly [frame]: Frame };

/** A point of the breast at rest. */
export type PhantomPoint = In<'phantom'>;
/** A point of the breast between the plates of a view. */
export type CompressedPoint = In<'compressed'>;
/** A point of a needle core. */
export type CorePoint = In<'core'>;
/** A point of the tray. */
export type TrayPoint = In<'tray'>;
/** A point of the paraffin block. */
export type BlockPoint = In<'block'>;

const point = (x: number, y: number, z: number): Vector => [x, y, z];

/** The point of the phantom frame with these coordinates. */
export const phantomPoint = (xMm: number, yMm: number, zMm: number) =>
  point(xMm, yMm, zMm) as PhantomPoint;
/** The point of a compressed frame with these coordinates. */
export const compressedPoint = (uMm: number, vMm: number, wMm: number) =>
  point(uMm, vMm, wMm) as CompressedPoint;
/** The point of a core with these coordinates. */
export const corePoint = (alongMm: number, outwardMm: number, acrossMm: number) =>
  point(alongMm, outwardMm, acrossMm) as CorePoint;
/** The point of the tray with these coordinates. */
export const trayPoint = (xMm: number, yMm: number, zMm: number) =>
  point(xMm, yMm, zMm) as TrayPoint;
/** The point of the block with these coordinates. */
export const blockPoint = (xMm: number, yMm: number, depthMm: number) =>
  point(xMm, yMm, depthMm) as BlockPoint;

/** A box with sides along the axes of its frame. */
export interface Box<P extends Vector = PhantomPoint> {
  readonly min: P;
  readonly max: P;
}

/** The smallest box around points, widened by `marginMm` on every side. Throws where there are none. */
export function boxAround<P extends Vector>(points: readonly P[], marginMm = 0): Box<P> {
  const [first] = points;
  if (!first) throw new RangeError('No box lies around no points.');
  const min: [number, number, number] = [first[0], first[1], first[2]];
  const max: [number, number, number] = [first[0], first[1], first[2]];
  for (const p of points) {
    for (const axis of [0, 1, 2] as const) {
      if (p[axis] < min[axis]) min[axis] = p[axis];
      if (p[axis] > max[axis]) max[axis] = p[axis];
    }
  }
  const wide = (corner: Vector, by: number) =>
    [corner[0] + by, corner[1] + by, corner[2] + by] as Vector as P;
  return { min: wide(min, -marginMm), max: wide(max, marginMm) };
}
