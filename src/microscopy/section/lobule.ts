import { type PhantomPoint, phantomPoint, scatter, type Tdlu } from '../../phantom/index.ts';
import type { Body } from './body.ts';
import { wallMm } from './walls.ts';

/**
 * The part of a unit's radius that is lobule, with its loose stroma; the rest is the duct that leads
 * to it and what lies between (assumed, so that a cut lobule shows some 20 to 100 acini).
 */
const lobuleShare = 0.55;

/** Distance of neighbouring acini, middle to middle. */
const pitchMm = 0.07;
/** How far, in pitches, an acinus may stand from its place in the lattice. */
const jitter = 0.27;
const radiusMm = [0.018, 0.031] as const;
/** Half the length that an acinus has beyond its round ends. */
const halfLengthMm = [0, 0.035] as const;
/** How far an acinus reaches from the middle of its cell of the lattice, at most. */
const reachMm = pitchMm * (0.5 + jitter) * 1.74 + halfLengthMm[1] + radiusMm[1];
/** Of the places of a lobule, the part that holds an acinus: before and after the menopause. */
const kept = { before: 0.85, after: 0.4 } as const;

/** The radius of the lobule of a unit: acini and the loose stroma about them. */
export const lobuleRadiusMm = (tdlu: Tdlu): number => lobuleShare * tdlu.radiusMm;

/**
 * The acini of a unit that come within `aroundMm` of a point: short capsules, one for each cell of a
 * lattice in the breast, drawn from the unit's seed and the cell alone. So the same acini are there
 * whoever asks, and no lobule is ever kept as a whole. With age fewer are left.
 */
export function aciniAbout(
  tdlu: Tdlu,
  ageYears: number,
  about: PhantomPoint,
  aroundMm: number,
): Body[] {
  const lobuleMm = lobuleRadiusMm(tdlu);
  const share = ageYears > 52 ? kept.after : kept.before;
  const ranges = ([0, 1, 2] as const).map((axis) => [
    Math.floor(Math.max(about[axis] - aroundMm - reachMm, tdlu.at[axis] - lobuleMm) / pitchMm),
    Math.floor(Math.min(about[axis] + aroundMm + reachMm, tdlu.at[axis] + lobuleMm) / pitchMm),
  ]) as [[number, number], [number, number], [number, number]];
  const acini: Body[] = [];
  for (let i = ranges[0][0]; i <= ranges[0][1]; i++) {
    for (let j = ranges[1][0]; j <= ranges[1][1]; j++) {
      for (let k = ranges[2][0]; k <= ranges[2][1]; k++) {
        const acinus = acinusIn(tdlu, lobuleMm, share, [i, j, k]);
        if (acinus) acini.push(acinus);
      }
    }
  }
  return acini;
}

function acinusIn(
  tdlu: Tdlu,
  lobuleMm: number,
  share: number,
  cell: readonly [number, number, number],
): Body | null {
  let bits = scatter(tdlu.seed + Math.imul(cell[0], 0x27d4eb2d));
  bits = scatter(bits + Math.imul(cell[1], 0x165667b1));
  bits = scatter(bits + Math.imul(cell[2], 0x9e3779b1));
  /** The next number from 0 to 1 of this cell. */
  const next = () => {
    bits = scatter(bits + 0x6d2b79f5);
    return bits / 4294967296;
  };
  const between = ([low, high]: readonly [number, number]) => low + (high - low) * next();
  if (next() > share) return null;
  const at = cell.map((n) => (n + 0.5 + jitter * (2 * next() - 1)) * pitchMm);
  const [x, y, z] = at as [number, number, number];
  const [ox, oy, oz] = [x - tdlu.at[0], y - tdlu.at[1], z - tdlu.at[2]];
  const off = Math.sqrt(ox * ox + oy * oy + oz * oz);
  const radius = between(radiusMm);
  const half = between(halfLengthMm);
  // The edge of a lobule is knobbly: each acinus has its own limit.
  if (off + radius > lobuleMm * (0.85 + 0.15 * next())) return null;
  const [a, b, c] = [next() - 0.5, next() - 0.5, next() - 0.5];
  const scale = half / Math.sqrt(a * a + b * b + c * c + 1e-9);
  const end = (sign: number) =>
    phantomPoint(x + sign * scale * a, y + sign * scale * b, z + sign * scale * c);
  const shape = { kind: 'limb', course: [end(-1), end(1)], radiiMm: [radius, radius] } as const;
  return { kind: 'acinus', id: tdlu.id, shape, wallMm: wallMm.acinus };
}
