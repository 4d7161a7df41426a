import {
  openNoise,
  type PhantomPoint,
  phantomPoint,
  type Range,
  type Vector,
} from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import type { Lining } from '../lesion/lining.ts';
import { type Body, insideMm, partsNear } from './body.ts';
import { nearUm } from './cut-body.ts';
import { type Cell, cellsNear, numbersOf } from './lattice.ts';
import type { Piece } from './piece.ts';

/**
 * Many small bodies alike that fill a larger one: the acini of a lobule, the nests of a carcinoma. Each
 * is a short capsule from a cell of a lattice in the breast, drawn from a seed and the cell alone, so
 * that the same ones are there whoever asks, and nobody keeps them all.
 */
export interface Stand {
  readonly seed: number;
  readonly lining: Lining;
  /** Of them, the part that has another lining. */
  readonly some?: { readonly lining: Lining; readonly share: number };
  /** Distance of neighbours, middle to middle, and how far, in pitches, they may stand from there. */
  readonly pitchMm: number;
  readonly jitter: number;
  readonly radiusMm: Range;
  /** Half the length that each has beyond its round ends. */
  readonly halfLengthMm: Range;
  /** They lie any way, or in whorls, along circles about middles of their own. */
  readonly lie?: 'any' | 'whorled';
  /** Of the places, the part that holds one. */
  readonly share: number;
  /** How far neighbours lie the same way: 0 not at all, 1 wholly. */
  readonly flow?: number;
}

/** So far about a small vessel its distance is told. */
const vesselUm = 10;

/** Size of the stretches in which a stand lies one way. */
const flowMm = 0.5;

/** How far one reaches from its cell of the lattice, at most. */
const reachMm = ({ pitchMm, jitter, halfLengthMm, radiusMm }: Stand): number =>
  pitchMm * (0.5 + jitter) * 1.74 + halfLengthMm[1] + radiusMm[1];

/**
 * The bodies of a stand that come near a field of the plane. None grows where one of `others` is: what
 * a lesion has widened has no room for them.
 */
export function bodiesNear(
  of: Body,
  stand: Stand,
  piece: Piece,
  field: Field,
  others: readonly Body[],
): Body[] {
  const cells = cellsNear(piece, field, stand.pitchMm, reachMm(stand) + nearUm / 1000);
  return bodiesOfCells(of, stand, cells, others);
}

/** The bodies that stand in cells of the lattice. */
export function bodiesOfCells(
  of: Body,
  stand: Stand,
  cells: readonly Cell[],
  others: readonly Body[] = [],
): Body[] {
  const acrossMm = acrossOf(of);
  // A large vessel runs through the whole breast: of it only what comes near is looked at.
  const { at, radiusMm } = ballOf(stand, cells);
  const nearMm = radiusMm + stand.radiusMm[1] + stand.halfLengthMm[1];
  const taken = others.flatMap(({ shape }) => partsNear(shape, at, nearMm));
  const way = stand.flow ? openNoise(stand.seed) : null;
  return cells.flatMap((cell): Body[] => {
    const next = numbersOf(stand.seed, cell);
    const between = ([low, high]: Range) => low + (high - low) * next();
    if (next() > stand.share) return [];
    const [x, y, z] = cell.map(
      (n) => (n + 0.5 + stand.jitter * (2 * next() - 1)) * stand.pitchMm,
    ) as [number, number, number];
    const middle = phantomPoint(x, y, z);
    const radius = between(stand.radiusMm);
    const half = between(stand.halfLengthMm);
    // The edge of a lobule is knobbly: each acinus has its own limit.
    if (insideMm(of.shape, middle) < radius + 0.15 * next() * acrossMm) return [];
    // A vessel keeps clear of others with its ends too.
    const roomMm = of.kind === 'vessel' ? radius + half : 0.5 * radius;
    if (taken.some((shape) => insideMm(shape, middle) > -roomMm)) return [];
    const along = (n: number) => {
      const own = next() - 0.5;
      if (!way || !stand.flow) return own;
      return own + 2 * stand.flow * way(x / flowMm + 40 * n, y / flowMm, z / flowMm);
    };
    const astray = [along(0), along(1), along(2)] as const;
    const [a, b, c] = stand.lie === 'whorled' ? whorled(stand, middle, astray) : astray;
    const scale = half / Math.sqrt(a * a + b * b + c * c + 1e-9);
    const end = (sign: number) =>
      phantomPoint(x + sign * scale * a, y + sign * scale * b, z + sign * scale * c);
    const shape = { kind: 'limb', course: [end(-1), end(1)], radiiMm: [radius, radius] } as const;
    const kind = of.kind === 'lobule' ? 'acinus' : of.kind === 'vessel' ? 'vessel' : 'growth';
    const { some } = stand;
    const lining = some && next() < some.share ? some.lining : stand.lining;
    return [{ kind, id: of.id, shape, wallMm: lining.wallMm, lining, ...reachesOf(kind, stand) }];
  });
}

/** A ball that holds the middles of all that may stand in the cells. */
function ballOf({ pitchMm, jitter }: Stand, cells: readonly Cell[]) {
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  for (const cell of cells)
    for (const axis of [0, 1, 2] as const) {
      least[axis] = Math.min(least[axis] as number, cell[axis]);
      most[axis] = Math.max(most[axis] as number, cell[axis]);
    }
  const half = (axis: number) => ((most[axis] as number) - (least[axis] as number) + 1) / 2;
  const middle = (axis: number) => ((least[axis] as number) + half(axis)) * pitchMm;
  const [i, j, k] = [half(0) + jitter, half(1) + jitter, half(2) + jitter];
  return {
    at: phantomPoint(middle(0), middle(1), middle(2)),
    radiusMm: pitchMm * Math.sqrt(i * i + j * j + k * k),
  };
}

/** Half the greatest width of a body, about. */
const acrossOf = ({ shape }: Body): number =>
  Math.max(...(shape.kind === 'ellipsoid' ? shape.semiAxesMm : shape.radiiMm));

/** In a crowd the next one takes over before this one is out of sight; a vessel sees to itself. */
const reachesOf = (kind: Body['kind'], { pitchMm }: Stand): Pick<Body, 'nearUm'> => ({
  nearUm: kind === 'vessel' ? vesselUm : Math.min(nearUm, 1000 * pitchMm),
});

/** Distance of the middles of whorls, in pitches. */
const whorlPitches = 8;

/** Along a circle about the middle of the whorl that a point lies in, a little astray. */
function whorled({ seed, pitchMm }: Stand, point: PhantomPoint, astray: Vector): Vector {
  const size = whorlPitches * pitchMm;
  const cell = point.map((c) => Math.floor(c / size)) as [number, number, number];
  const next = numbersOf(seed, cell);
  const drawn = [1, 2, 3, 4, 5, 6].map(() => next());
  const off = cell.map((c, n) => (point[n] as number) / size - c - (drawn[n] as number));
  const axis = drawn.slice(3).map((part) => part - 0.5);
  const at = (list: readonly number[], n: number) => list[n % 3] as number;
  return [0, 1, 2].map(
    (n) =>
      at(off, n + 1) * at(axis, n + 2) -
      at(off, n + 2) * at(axis, n + 1) +
      0.12 * (astray[n] as number),
  ) as unknown as Vector;
}
