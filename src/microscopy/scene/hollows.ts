import { type Noise, phantomPoint, smoothStep, type Vector } from '../../phantom/index.ts';
import { common, type Field, slidePoint, type SlidePoint, widened } from '../frame.ts';
import type { CutBody } from '../section/cut-body.ts';
import { type Cell, cellsNear, numbersOf } from '../section/lattice.ts';
import type { Lumen } from '../lesion/lining.ts';

/**
 * A blunt cone about the plane, in micrometres of the slide: a tunnel that is punched out of a solid
 * lining, or a tuft that stands out into a lumen.
 */
export interface Cone {
  readonly kind: 'tunnel' | 'tuft';
  readonly from: SlidePoint;
  readonly to: SlidePoint;
  readonly fromUm: number;
  readonly toUm: number;
}

/** The noise that says where a growth has spared its wall, at a point of the breast. */
const sparesAt = ({ spares }: Cribriform, noise: Noise, [x, y, z]: Vector): number =>
  spares ? noise(x / spares.sizeMm, y / spares.sizeMm, z / spares.sizeMm) : 0;

/** The part of its wall that a growth has where that noise has a value. */
export const grownShare = ({ spares }: Cribriform, noise: number): number =>
  spares ? 1 - (1 - spares.part) * smoothStep(-0.25, 0.25, noise) : 1;

type Cribriform = Extract<Lumen, { kind: 'cribriform' }>;

/** Between a tunnel and the open lumen of its body stand at least so many micrometres of cells. */
const barUm = 7;
/** Beyond this a cone has no say. */
export const coneSlackUm = 24;

/** How far from its middle or its foot a cone of a lumen may have a say. */
const saysUm = (lumen: Hollowed): number =>
  1000 *
    (lumen.kind === 'cribriform'
      ? lumen.radiusMm[1] + lumen.halfLengthMm[1]
      : lumen.lengthMm[1] + lumen.tipMm[1]) +
  coneSlackUm;

type Hollowed = Extract<Lumen, { kind: 'cribriform' | 'micropapillary' }>;

/**
 * The tunnels and tufts of a body near the plane, in a field. Each comes from a cell of a lattice in
 * the breast, so that it is the same whichever field was asked for and goes on from level to level.
 */
export function conesOf(
  cut: CutBody,
  lumen: Lumen,
  seed: number,
  field: Field,
  spares: Noise,
): Cone[] {
  if (lumen.kind !== 'cribriform' && lumen.kind !== 'micropapillary') return [];
  const { piece, reach } = cut;
  const seen = widened(common(field, reach), saysUm(lumen));
  const cells = cellsNear(piece, seen, lumen.pitchMm, saysUm(lumen) / 1000);
  return cells.flatMap((cell) => coneIn(cut, lumen, seed, cell, spares) ?? []);
}

function coneIn(
  cut: CutBody,
  lumen: Hollowed,
  seed: number,
  cell: Cell,
  spares: Noise,
): Cone | null {
  const next = numbersOf(seed, cell);
  const between = ([low, high]: readonly [number, number]) => 1000 * (low + (high - low) * next());
  if (next() > lumen.share) return null;
  const place = (n: number) => (n + 0.5 + 0.24 * (2 * next() - 1)) * lumen.pitchMm;
  const middle = phantomPoint(place(cell[0]), place(cell[1]), place(cell[2]));
  const [x, y, z] = cut.piece.onSlide(middle);
  const inside = cut.insideUm(x, y, z);
  if (lumen.kind === 'cribriform') {
    const [radius, half] = [between(lumen.radiusMm), between(lumen.halfLengthMm)];
    const rim = 1000 * lumen.rimMm;
    // A bar of cells stays between it and an open lumen.
    const wall = 1000 * cut.body.wallMm * grownShare(lumen, sparesAt(lumen, spares, middle));
    const bar = wall - inside - barUm;
    const fits = Math.min(radius, inside - rim, bar);
    if (fits < 6) return null;
    const [a, b, c] = [next() - 0.5, next() - 0.5, next() - 0.5];
    const long = Math.min(half, Math.max(0, inside - rim - fits));
    const scale = long / Math.sqrt(a * a + b * b + c * c + 1e-9);
    const end = (sign: number) =>
      slidePoint(x + sign * scale * a, y + sign * scale * b, z + sign * scale * c);
    return { kind: 'tunnel', from: end(-1), to: end(1), fromUm: fits, toUm: fits * 0.85 };
  }
  // A tuft stands where its cell meets the wall, and grows inward, at right angles to it.
  if (inside < 0 || inside > 1000 * lumen.pitchMm) return null;
  const step = 4;
  const dx = cut.insideUm(x + step, y, z) - cut.insideUm(x - step, y, z);
  const dy = cut.insideUm(x, y + step, z) - cut.insideUm(x, y - step, z);
  const dz = cut.insideUm(x, y, z + step) - cut.insideUm(x, y, z - step);
  const slope = Math.sqrt(dx * dx + dy * dy + dz * dz);
  if (slope < 1e-6) return null;
  const [length, neck, tip] = [
    between(lumen.lengthMm),
    between(lumen.neckMm),
    between(lumen.tipMm),
  ];
  const at = (depth: number) => {
    const s = (depth - inside) / slope;
    return slidePoint(x + s * dx, y + s * dy, z + s * dz);
  };
  return { kind: 'tuft', from: at(0), to: at(length), fromUm: neck, toUm: tip };
}

/** Where a cone meets the plane; null where it keeps off it. */
export function coneReach({ from, to, fromUm, toUm }: Cone, slackUm: number): Field | null {
  const radius = Math.max(fromUm, toUm) + slackUm;
  if (Math.min(from[2], to[2]) > radius || Math.max(from[2], to[2]) < -radius) return null;
  return {
    left: Math.min(from[0], to[0]) - radius,
    top: Math.min(from[1], to[1]) - radius,
    right: Math.max(from[0], to[0]) + radius,
    bottom: Math.max(from[1], to[1]) + radius,
  };
}

/** How far a place on the slide lies within a cone, in micrometres. */
export function insideCone({ kind, from, to, fromUm, toUm }: Cone, x: number, y: number): number {
  const [wx, wy, wz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const [dx, dy, dz] = [x - from[0], y - from[1], -from[2]];
  const square = wx * wx + wy * wy + wz * wz;
  const along = square > 0 ? (dx * wx + dy * wy + dz * wz) / square : 0;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const [ex, ey, ez] = [dx - t * wx, dy - t * wy, dz - t * wz];
  // A tuft is slender for most of its length and ends in a bulb.
  const wide = kind === 'tuft' ? t * t * t : t;
  return fromUm + wide * (toUm - fromUm) - Math.sqrt(ex * ex + ey * ey + ez * ez);
}
