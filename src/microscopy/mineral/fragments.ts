import { scatter } from '../../phantom/index.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';
import type { Fate } from './fate.ts';

/** The fragment that a place lies in: its bits, its middle, its size, and the crack that the place is nearest to. */
export interface Fragment {
  bits: number;
  middleX: number;
  middleY: number;
  sizeUm: number;
  /** How far within a crack the place is, in µm; negative outside. */
  crackUm: number;
  /** Half of that crack's width there. */
  halfUm: number;
  /** How far the place is from where this fragment ends. */
  wallUm: number;
}

/** A place to look into. */
export const blankFragment = (): Fragment => ({
  bits: 0,
  middleX: 0,
  middleY: 0,
  sizeUm: 0,
  crackUm: -Infinity,
  halfUm: 0,
  wallUm: Infinity,
});

/** Middles of fragments stray from those of a lattice by less than this part of its pitch. */
const stray = 0.34;
/** By so much of the pitch a fragment takes from its neighbours, or yields: walls bulge to the lesser one. */
const bulge = 0.2;
/** The part of the walls that hold together, among large fragments and within one of them. */
const held = [0.28, 0.48] as const;
/** Of large fragments the part that is broken again, and how much finer. */
const [againShare, againSize] = [0.62, 0.4];
const numbersPerSite = 4;

/**
 * Opens the fragments into which a hard body breaks under the knife: in curved walls, as glass does, each of which
 * holds or gapes, mostly wider to one end. Fragments are of all sizes, a little longer across the knife's way, and
 * some are broken again within. `gapeUm` is what a crack may be wide, and nothing opens where it is 0.
 */
export function openFragments(
  seed: number,
  sizeUm: number,
  { drawnOut, knife: { cos, sin } }: Pick<Fate, 'drawnOut' | 'knife'>,
): (xUm: number, yUm: number, gapeUm: number, fragment: Fragment) => void {
  const large = openWalls(drawnOut, held[0]);
  const small = openWalls(1, held[1]);
  const bendUm = 0.2 * sizeUm;
  const bentUm = 1.6 * sizeUm;
  return (x, y, gapeUm, fragment) => {
    // Walls are smooth bends, and a little rough.
    const rough = 0.45 * textureAt(smoothTexture, x / 6, y / 6 + 9);
    const bentX = x + rough + bendUm * textureAt(smoothTexture, x / bentUm + 3, y / bentUm);
    const bentY = y - rough + bendUm * textureAt(smoothTexture, x / bentUm, y / bentUm + 23);
    const u = bentX * cos + bentY * sin;
    const v = bentY * cos - bentX * sin;
    fragment.crackUm = -Infinity;
    fragment.halfUm = 0;
    fragment.wallUm = Infinity;
    large(seed, sizeUm, u, v, gapeUm, fragment);
    if (gapeUm > 0 && ((fragment.bits >>> 9) & 1023) < 1024 * againShare)
      small(fragment.bits, againSize * sizeUm, u, v, 0.6 * gapeUm, fragment);
    const middleU = fragment.middleX;
    const middleV = fragment.middleY;
    fragment.middleX = middleU * cos - middleV * sin;
    fragment.middleY = middleU * sin + middleV * cos;
  };
}

/** Looks for the walls about a place along and across the knife's way, and keeps the widest crack. */
type Walls = (
  seed: number,
  sizeUm: number,
  u: number,
  v: number,
  gapeUm: number,
  fragment: Fragment,
) => void;

/** Opens walls of one size. The sites about a place are kept until another lattice cell is asked about. */
function openWalls(drawnOut: number, heldPart: number): Walls {
  const sites = new Float64Array(9 * numbersPerSite);
  let [ofSeed, ofColumn, ofRow] = [NaN, NaN, NaN];
  const look = (seed: number, column: number, row: number) => {
    if (seed === ofSeed && column === ofColumn && row === ofRow) return;
    [ofSeed, ofColumn, ofRow] = [seed, column, row];
    for (let n = 0; n < 9; n++) {
      const [i, j] = [column + (n % 3) - 1, row + Math.floor(n / 3) - 1];
      const bits = scatter(
        scatter(seed + Math.imul(i, 0x27d4eb2d)) + Math.imul(j, 0x165667b1) + 0x3c6e,
      );
      const part = (shift: number) => ((bits >>> shift) & 1023) / 512 - 1;
      sites[n * numbersPerSite] = i + 0.5 + stray * part(0);
      sites[n * numbersPerSite + 1] = j + 0.5 + stray * part(10);
      sites[n * numbersPerSite + 2] = bulge * part(20);
      sites[n * numbersPerSite + 3] = bits;
    }
  };
  /** Looks at the wall between two sites: how far it is, and whether it gapes there. */
  const meet = (
    own: number,
    other: number,
    p: number,
    q: number,
    apartUm: number,
    gapeUm: number,
    fragment: Fragment,
  ) => {
    const [x, y] = [sites[own] as number, sites[own + 1] as number];
    const [otherX, otherY] = [sites[other] as number, sites[other + 1] as number];
    const reach = Math.sqrt((p - x) * (p - x) + (q - y) * (q - y)) + 1e-6;
    const otherReach = Math.sqrt((p - otherX) * (p - otherX) + (q - otherY) * (q - otherY)) + 1e-6;
    // How fast the one becomes farther and the other nearer, on the slide.
    const slopeX = (p - x) / reach - (p - otherX) / otherReach;
    const slopeY = ((q - y) / reach - (q - otherY) / otherReach) / drawnOut;
    const slope = Math.sqrt(slopeX * slopeX + slopeY * slopeY);
    const wallUm = apartUm / Math.max(slope, 0.3);
    if (wallUm < fragment.wallUm) fragment.wallUm = wallUm;
    const [bits, otherBits] = [sites[own + 3] as number, sites[other + 3] as number];
    const wall = scatter(bits ^ otherBits);
    const open = ((wall & 0xffff) / 65536 - heldPart) / (1 - heldPart);
    if (open <= 0) return;
    // Along the wall it gapes wider to one end, the same one seen from both sides.
    const way = (bits < otherBits ? 1 : -1) * (((wall >>> 16) & 1023) / 512 - 1);
    const along = (p - (x + otherX) / 2) * (otherY - y) - (q - (y + otherY) / 2) * (otherX - x);
    const halfUm = gapeUm * (0.3 + 2.6 * open * open * open) * Math.max(0, 1 + 3.4 * way * along);
    if (halfUm - wallUm <= fragment.crackUm) return;
    fragment.crackUm = halfUm - wallUm;
    fragment.halfUm = halfUm;
  };
  return (seed, sizeUm, u, v, gapeUm, fragment) => {
    const p = u / sizeUm;
    const q = v / (sizeUm * drawnOut);
    look(seed, Math.floor(p), Math.floor(q));
    let own = 0;
    let second = 0;
    let third = 0;
    let least = Infinity;
    let next = Infinity;
    let last = Infinity;
    for (let at = 0; at < sites.length; at += numbersPerSite) {
      const dx = p - (sites[at] as number);
      const dy = q - (sites[at + 1] as number);
      const square = dx * dx + dy * dy;
      // Most sites are farther than three that are known; then the root is not needed.
      const far = last + bulge;
      if (square >= far * far) continue;
      const away = Math.sqrt(square) - (sites[at + 2] as number);
      if (away < least) {
        third = second;
        last = next;
        second = own;
        next = least;
        own = at;
        least = away;
      } else if (away < next) {
        third = second;
        last = next;
        second = at;
        next = away;
      } else if (away < last) {
        third = at;
        last = away;
      }
    }
    fragment.bits = sites[own + 3] as number;
    fragment.middleX = (sites[own] as number) * sizeUm;
    fragment.middleY = (sites[own + 1] as number) * sizeUm * drawnOut;
    fragment.sizeUm = sizeUm;
    // A wall that is farther than any crack is wide tells nothing.
    const farUm = 2 * Math.max(wallToldUm, gapeMost * gapeUm);
    if ((next - least) * sizeUm > farUm) return;
    meet(own, second, p, q, (next - least) * sizeUm, gapeUm, fragment);
    if ((last - least) * sizeUm > farUm) return;
    meet(own, third, p, q, (last - least) * sizeUm, gapeUm, fragment);
  };
}

/** A crack is wider than what it may be wide by no more than so many times. */
const gapeMost = 5;
/** So far from a wall it is told how far. */
const wallToldUm = 8;
