import type { NucleusKind, Size } from '../cell/nucleus-kind.ts';
import { type Grid, gridAt } from './grid.ts';
import { partOf, type Place } from './placing.ts';

/** A nucleus in the section: an ellipse with a bend. */
export interface Nucleus {
  readonly kind: NucleusKind;
  readonly x: number;
  readonly y: number;
  /** Half its length and half its breadth, in micrometres. */
  readonly long: number;
  readonly wide: number;
  /** The direction of its length. */
  readonly cos: number;
  readonly sin: number;
  /** How much of its thickness lies in the section: what the knife left of it; 0 where only its cell was cut. */
  readonly depth: number;
  /** Set where the cell divides or has died alone. */
  readonly event?: 'mitosis' | 'apoptosis';
  /** Sides on which it is flat against a neighbour, three numbers each: a direction and how far off. */
  readonly flats?: readonly number[];
  readonly bits: number;
}

/** Half the greatest length of a nucleus. */
export const longestUm = 11;

/**
 * A nucleus that lies along the lines of a field, as most do, more or less; upright ones stand across
 * them, as cells on a basement membrane do.
 */
export function oriented(
  place: Place,
  kind: NucleusKind,
  field: Grid,
  upright = false,
  anyWay = false,
): Nucleus {
  const { x, y } = place;
  const step = 4;
  const dx = gridAt(field, x + step, y) - gridAt(field, x - step, y);
  const dy = gridAt(field, x, y + step) - gridAt(field, x, y - step);
  if (anyWay || (dx === 0 && dy === 0)) return nucleusOf(place, kind);
  return upright ? nucleusOf(place, kind, dx, dy) : nucleusOf(place, kind, -dy, dx);
}

/** Half the breadth from which on nuclei are cut at any height, in a section of 4 µm. */
const wholeUm = 4;

/** Of the cells of linings, the part that the section cuts beside their nucleus. */
const missedShare = 0.07;

/** A nucleus of a kind at a place, along a direction; any way, if none is given. */
export function nucleusOf(
  { x, y, bits }: Place,
  kind: NucleusKind,
  alongX = partOf(bits, 7) - 0.5,
  alongY = partOf(bits, 8) - 0.5,
): Nucleus {
  const astray = kind.astray * spread(bits, 5);
  const [a, b] = [alongX - astray * alongY, alongY + astray * alongX];
  const length = Math.sqrt(a * a + b * b) + 1e-12;
  // Off its middle a nucleus is cut smaller; small ones lie in the section as a whole.
  const off = partOf(bits, 6) * Math.min(1, kind.wide[0] / wholeUm);
  const cut = Math.sqrt(1 - 0.75 * off * off);
  const whole = Math.max(0.5, 1 + (kind.unequal ?? 0) * spread(bits, 30)) * cut;
  const sized = ([mean, deviation]: Size, n: number, least: number) =>
    Math.min(longestUm - 0.01, Math.max(least, (mean + deviation * spread(bits, n)) * whole));
  return {
    kind,
    x,
    y,
    long: sized(kind.long, 3, 1.2),
    wide: sized(kind.wide, 4, 0.6),
    cos: a / length,
    sin: b / length,
    depth: kind.hasCell && partOf(bits, 114) < missedShare ? 0 : 1 - 0.55 * off * off * off,
    bits,
  };
}

/** Whether it is one of those that have shrunk and are dark and smudged. */
export const isSmudged = ({ kind, bits }: Pick<Nucleus, 'kind' | 'bits'>): boolean =>
  partOf(bits, 41) < kind.chromatin.dark;

/** A number about 0, nearly normal, with a deviation of about 1. */
const spread = (bits: number, n: number): number =>
  (partOf(bits, 3 * n + 20) + partOf(bits, 3 * n + 21) + partOf(bits, 3 * n + 22) - 1.5) * 2;
