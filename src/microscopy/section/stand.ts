import {
  distance,
  type PhantomPoint,
  phantomPoint,
  type Range,
  scatter,
} from '../../phantom/index.ts';
import type { Lining } from '../lesion/lining.ts';
import { type Body, insideMm } from './body.ts';

/**
 * Many small bodies alike that fill a larger one: the acini of a lobule, the nests of a carcinoma. Each
 * is a short capsule from a cell of a lattice in the breast, drawn from a seed and the cell alone, so
 * that the same ones are there whoever asks, and nobody keeps them all.
 */
export interface Stand {
  readonly seed: number;
  readonly lining: Lining;
  /** Distance of neighbours, middle to middle, and how far, in pitches, they may stand from there. */
  readonly pitchMm: number;
  readonly jitter: number;
  readonly radiusMm: Range;
  /** Half the length that each has beyond its round ends. */
  readonly halfLengthMm: Range;
  /** Of the places, the part that holds one. */
  readonly share: number;
}

/** How far one reaches from the middle of its cell of the lattice, at most. */
const reachOf = ({ pitchMm, jitter, halfLengthMm, radiusMm }: Stand): number =>
  pitchMm * (0.5 + jitter) * 1.74 + halfLengthMm[1] + radiusMm[1];

/**
 * The bodies of a stand that come within `aroundMm` of a point. None grows where one of `others` is:
 * what a lesion has widened has no room for them.
 */
export function bodiesAbout(
  of: Body,
  stand: Stand,
  about: PhantomPoint,
  aroundMm: number,
  others: readonly Body[] = [],
): Body[] {
  const reachMm = reachOf(stand);
  const holder = holderOf(of);
  const ranges = ([0, 1, 2] as const).map((axis) => [
    Math.floor(
      Math.max(about[axis] - aroundMm - reachMm, holder.at[axis] - holder.radiusMm) / stand.pitchMm,
    ),
    Math.floor(
      Math.min(about[axis] + aroundMm + reachMm, holder.at[axis] + holder.radiusMm) / stand.pitchMm,
    ),
  ]) as [[number, number], [number, number], [number, number]];
  const bodies: Body[] = [];
  for (let i = ranges[0][0]; i <= ranges[0][1]; i++) {
    for (let j = ranges[1][0]; j <= ranges[1][1]; j++) {
      for (let k = ranges[2][0]; k <= ranges[2][1]; k++) {
        const body = bodyIn(of, stand, holder.radiusMm, [i, j, k], others);
        if (body) bodies.push(body);
      }
    }
  }
  return bodies;
}

/** A ball that holds a body. */
function holderOf({ shape }: Body): { at: PhantomPoint; radiusMm: number } {
  if (shape.kind === 'ellipsoid') return { at: shape.at, radiusMm: Math.max(...shape.semiAxesMm) };
  const at = shape.course[Math.floor(shape.course.length / 2)] as PhantomPoint;
  const radiusMm = Math.max(
    ...shape.course.map((point, n) => distance(at, point) + (shape.radiiMm[n] as number)),
  );
  return { at, radiusMm };
}

function bodyIn(
  of: Body,
  stand: Stand,
  acrossMm: number,
  cell: readonly [number, number, number],
  others: readonly Body[],
): Body | null {
  let bits = scatter(stand.seed + Math.imul(cell[0], 0x27d4eb2d));
  bits = scatter(bits + Math.imul(cell[1], 0x165667b1));
  bits = scatter(bits + Math.imul(cell[2], 0x9e3779b1));
  /** The next number from 0 to 1 of this cell. */
  const next = () => {
    bits = scatter(bits + 0x6d2b79f5);
    return bits / 4294967296;
  };
  const between = ([low, high]: Range) => low + (high - low) * next();
  if (next() > stand.share) return null;
  const [x, y, z] = cell.map(
    (n) => (n + 0.5 + stand.jitter * (2 * next() - 1)) * stand.pitchMm,
  ) as [number, number, number];
  const middle = phantomPoint(x, y, z);
  const radius = between(stand.radiusMm);
  const half = between(stand.halfLengthMm);
  // The edge of a lobule is knobbly: each acinus has its own limit.
  if (insideMm(of.shape, middle) < radius + 0.15 * next() * acrossMm) return null;
  if (others.some((other) => insideMm(other.shape, middle) > -0.5 * radius)) return null;
  const [a, b, c] = [next() - 0.5, next() - 0.5, next() - 0.5];
  const scale = half / Math.sqrt(a * a + b * b + c * c + 1e-9);
  const end = (sign: number) =>
    phantomPoint(x + sign * scale * a, y + sign * scale * b, z + sign * scale * c);
  const shape = { kind: 'limb', course: [end(-1), end(1)], radiiMm: [radius, radius] } as const;
  const kind = of.kind === 'lobule' ? 'acinus' : 'growth';
  return { kind, id: of.id, shape, wallMm: stand.lining.wallMm, lining: stand.lining };
}
