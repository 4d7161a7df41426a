import { type Field, meet, slidePoint, type SlidePoint, widened } from '../frame.ts';
import { type Body, insideEllipsoidMm, type Shape } from './body.ts';
import { crookOf } from './crook.ts';
import type { Piece } from './piece.ts';

/** A body where the plane of a section cuts it, or passes it near. */
export interface CutBody {
  readonly body: Body;
  readonly piece: Piece;
  /** Where it lies within its surface, or nearer to it than `nearUm`. */
  readonly reach: Field;
  /**
   * How far a place on the slide, or so far below it, lies within the outer surface, in micrometres
   * and in space: what lies just above or below the plane counts. Negative outside, and nowhere less
   * than −`nearUm`.
   */
  insideUm(xUm: number, yUm: number, belowUm?: number): number;
}

/** Farther from a body than this nobody asks for it; wider than any margin of a chunk. */
export const nearUm = 64;

/**
 * Cuts a body with the plane of a piece; null where it keeps farther from the plane, or from a field,
 * than `nearUm`. What it says of a place does not hang on the field that was asked for.
 */
export function cutBody(body: Body, piece: Piece, field: Field): CutBody | null {
  const near = body.nearUm ?? nearUm;
  const crook = crookOf(body);
  const reach = near + (crook?.mostUm ?? 0);
  const cut = cutShape(body.shape, piece, widened(field, reach), reach);
  if (!cut) return null;
  if (!crook) return { body, piece, ...cut };
  return {
    body,
    piece,
    reach: cut.reach,
    insideUm(x, y, below = 0) {
      const bare = cut.insideUm(x, y, below);
      // However far the outline stands out, it does not come near.
      if (bare <= -reach) return -nearUm;
      return Math.max(bare + crook.outUm(piece.toBreast(slidePoint(x, y, below))), -nearUm);
    },
  };
}

const cutShape = (shape: Shape, piece: Piece, field: Field, near: number) =>
  shape.kind === 'limb'
    ? cutLimb(shape, piece, field, near)
    : cutEllipsoid(shape, piece, field, near);

type Cut = Pick<CutBody, 'reach' | 'insideUm'> | null;

/** A segment: its start, the way to its end, the inverse square of that way, radius and its growth. */
const numbersPerSegment = 9;

function cutLimb(
  { course, radiiMm }: Extract<Shape, { kind: 'limb' }>,
  piece: Piece,
  field: Field,
  near: number,
): Cut {
  const points = course.map((point) => piece.onSlide(point));
  const numbers: number[] = [];
  let reach: Field | null = null;
  for (let n = 0; n < Math.max(1, points.length - 1); n++) {
    const a = points[n] as SlidePoint;
    const b = points[n + 1] ?? a;
    const r = 1000 * (radiiMm[n] as number);
    const growth = 1000 * (radiiMm[n + 1] ?? (radiiMm[n] as number)) - r;
    const box = boxOf(a, b, Math.max(r, r + growth) + near);
    if (!box || !meet(box, field)) continue;
    const [x, y, z] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const square = x * x + y * y + z * z;
    numbers.push(...a, x, y, z, square > 0 ? 1 / square : 0, r, growth);
    reach = reach ? joined(reach, box) : box;
  }
  if (!reach) return null;
  const segments = Float64Array.from(numbers);
  const least = -Math.max(near, nearUm);
  return { reach, insideUm: (x, y, below = 0) => insideLimb(segments, x, y, below, least) };
}

/** The rectangle in which a capsule meets the plane; null where it keeps off it. */
function boxOf(a: SlidePoint, b: SlidePoint, radius: number): Field | null {
  if (Math.min(a[2], b[2]) > radius || Math.max(a[2], b[2]) < -radius) return null;
  return {
    left: Math.min(a[0], b[0]) - radius,
    top: Math.min(a[1], b[1]) - radius,
    right: Math.max(a[0], b[0]) + radius,
    bottom: Math.max(a[1], b[1]) + radius,
  };
}

const joined = (a: Field, b: Field): Field => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

function insideLimb(
  segments: Float64Array,
  x: number,
  y: number,
  below: number,
  least: number,
): number {
  let most = least;
  for (let at = 0; at < segments.length; at += numbersPerSegment) {
    const dx = x - (segments[at] as number);
    const dy = y - (segments[at + 1] as number);
    const dz = below - (segments[at + 2] as number);
    const wx = segments[at + 3] as number;
    const wy = segments[at + 4] as number;
    const wz = segments[at + 5] as number;
    const along = (dx * wx + dy * wy + dz * wz) * (segments[at + 6] as number);
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const ex = dx - t * wx;
    const ey = dy - t * wy;
    const ez = dz - t * wz;
    const radius = (segments[at + 7] as number) + t * (segments[at + 8] as number);
    const inside = radius - Math.sqrt(ex * ex + ey * ey + ez * ez);
    if (inside > most) most = inside;
  }
  return most;
}

function cutEllipsoid(
  shape: Extract<Shape, { kind: 'ellipsoid' }>,
  piece: Piece,
  field: Field,
  near: number,
): Cut {
  const centre = piece.onSlide(shape.at);
  const reach = boxOf(centre, centre, 1000 * Math.max(...shape.semiAxesMm) + near);
  if (!reach || !meet(reach, field)) return null;
  return {
    reach,
    insideUm(x, y, below = 0) {
      const inside = 1000 * insideEllipsoidMm(shape, piece.toBreast(slidePoint(x, y, below)));
      return Math.max(inside, -Math.max(near, nearUm));
    },
  };
}
