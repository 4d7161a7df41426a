import { scatter } from '../../phantom/index.ts';
import type { Fate } from './fate.ts';

/** The fragment that a place lies in: its bits, its middle, and the crack that is nearest to the place. */
export interface Fragment {
  bits: number;
  middleX: number;
  middleY: number;
  /** How far the place is from the middle of that crack, and half of the crack's width there. */
  crackUm: number;
  halfUm: number;
}

/** Lines and cuts stray from their even places by less than this part of what lies between them. */
const stray = 0.36;
/** The parts of the lines, and of the cuts between them, along which mineral holds together. */
const [heldAlong, heldBetween] = [0.3, 0.65];

/**
 * Opens the fragments into which a hard body breaks under the knife. It shivers: lines of fracture run
 * across the knife's way, nearly straight and nearly parallel, and between two of them shorter cuts run
 * aslant. So fragments are longer across the knife's way, by so many times. Cracks have the width of
 * their own that `gape` leaves them, and none where that is 0.
 */
export function openFragments(
  seed: number,
  sizeUm: number,
  { drawnOut, knife: { cos, sin } }: Pick<Fate, 'drawnOut' | 'knife'>,
): (xUm: number, yUm: number, gapeUm: number, fragment: Fragment) => void {
  const longUm = sizeUm * (0.9 + 0.6 * drawnOut);
  /** Along a line it bends at places so far from each other. */
  const straightUm = 2.2 * longUm;
  const bitsOf = (k: number, n: number, salt: number) =>
    scatter(seed + salt + Math.imul(k, 0x27d4eb2d) + Math.imul(n, 0x165667b1));
  const near = { crackUm: 0, halfUm: 0, least: 0 };
  const meet = (crackUm: number, gapeUm: number, bits: number, held: number) => {
    const open = ((bits >>> 8) & 0xffff) / 65536 - held;
    const halfUm = open > 0 ? gapeUm * (0.35 + (0.65 * open) / (1 - held)) : 0;
    if (crackUm - halfUm >= near.least) return;
    near.least = crackUm - halfUm;
    near.crackUm = crackUm;
    near.halfUm = halfUm;
  };
  /** Where a line lies along the knife's way, at a place across it. */
  const lineAt = (k: number, v: number) => {
    const n = v / straightUm + bitsOf(k, 0, 0x3c6ef35f) / 4294967296;
    const j = Math.floor(n);
    const from = bitsOf(k, j, 0x1b873593);
    const to = bitsOf(k, j + 1, 0x1b873593);
    const strayed = ((from + (n - j) * (to - from)) / 4294967296 - 0.5) * 2 * stray;
    return sizeUm * (k + strayed);
  };
  return (x, y, gapeUm, fragment) => {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    let k = Math.floor(u / sizeUm);
    let behind = lineAt(k, v);
    let ahead = u < behind ? behind : lineAt(k + 1, v);
    if (u < behind) {
      k--;
      behind = lineAt(k, v);
    } else if (u >= ahead) {
      k++;
      behind = ahead;
      ahead = lineAt(k + 1, v);
    }
    near.least = Infinity;
    near.halfUm = 0;
    meet(u - behind, gapeUm, bitsOf(k, 0, 0x7f4a7c15), heldAlong);
    meet(ahead - u, gapeUm, bitsOf(k + 1, 0, 0x7f4a7c15), heldAlong);
    // Cuts between these two lines.
    const aside = u - sizeUm * (k + 0.5);
    const w = v / longUm + bitsOf(k, 0, 0x68e31da4) / 4294967296;
    const slantOf = (bits: number) => 1.5 * (((bits >>> 4) & 0xffff) / 65536 - 0.5);
    const beyond = (m: number) => {
      const bits = bitsOf(k, m, 0x2545f491);
      return w - m - (slantOf(bits) * aside) / longUm - 2 * stray * ((bits & 0xffff) / 65536 - 0.5);
    };
    let m = Math.floor(w);
    if (beyond(m) < 0) m--;
    else if (beyond(m + 1) >= 0) m++;
    const bits = bitsOf(k, m, 0x2545f491);
    const between = 0.7 * gapeUm - 0.12;
    meet(0.9 * longUm * beyond(m), between, bits, heldBetween);
    meet(-0.9 * longUm * beyond(m + 1), between, bitsOf(k, m + 1, 0x2545f491), heldBetween);
    const middleU = sizeUm * (k + 0.5);
    const middleV = v + longUm * (m + 0.5 - w);
    fragment.bits = bits;
    fragment.middleX = middleU * cos - middleV * sin;
    fragment.middleY = middleU * sin + middleV * cos;
    fragment.crackUm = near.crackUm;
    fragment.halfUm = near.halfUm;
  };
}
