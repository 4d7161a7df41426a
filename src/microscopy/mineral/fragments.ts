import { scatter } from '../../phantom/index.ts';
import type { Fate } from './fate.ts';

/** The fragment that a place lies in: how far from its border, and the bits that all else hangs on. */
export interface Fragment {
  borderUm: number;
  bits: number;
}

/**
 * Opens the fragments into which a hard body breaks under the knife: cells of a jittered lattice that
 * lies along the knife's way, and is so many times longer that way, in micrometres about the slide's corner.
 */
export function openFragments(
  seed: number,
  sizeUm: number,
  { drawnOut, knife: { cos, sin } }: Pick<Fate, 'drawnOut' | 'knife'>,
): (xUm: number, yUm: number, fragment: Fragment) => void {
  const long = sizeUm * drawnOut;
  // The nine cells about the place that was looked at last: the next one mostly has the same.
  const us = new Float64Array(9);
  const vs = new Float64Array(9);
  const cells = new Float64Array(9);
  let atI = NaN;
  let atJ = NaN;
  const moveTo = (i: number, j: number) => {
    atI = i;
    atJ = j;
    for (let n = 0; n < 9; n++) {
      const ci = i + (n % 3) - 1;
      const cj = j + Math.floor(n / 3) - 1;
      const cell = scatter(seed + Math.imul(ci, 0x27d4eb2d) + Math.imul(cj, 0x165667b1));
      cells[n] = cell;
      us[n] = ci + (cell & 0xffff) / 65536;
      vs[n] = cj + (cell >>> 16) / 65536;
    }
  };
  return (x, y, fragment) => {
    const u = (x * cos + y * sin) / long;
    const v = (y * cos - x * sin) / sizeUm;
    const i = Math.floor(u);
    const j = Math.floor(v);
    if (i !== atI || j !== atJ) moveTo(i, j);
    let least = Infinity;
    let second = Infinity;
    let own = 0;
    let other = 0;
    for (let n = 0; n < 9; n++) {
      const du = (us[n] as number) - u;
      const dv = (vs[n] as number) - v;
      const d = du * du + dv * dv;
      if (d < least) {
        second = least;
        other = own;
        least = d;
        own = n;
      } else if (d < second) {
        second = d;
        other = n;
      }
    }
    const du = (us[other] as number) - (us[own] as number);
    const dv = (vs[other] as number) - (vs[own] as number);
    fragment.borderUm = (sizeUm * (second - least)) / (2 * Math.sqrt(du * du + dv * dv) + 1e-9);
    fragment.bits = cells[own] as number;
  };
}
