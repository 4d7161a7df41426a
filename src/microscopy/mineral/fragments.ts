import { scatter } from '../../phantom/index.ts';

/** The fragment that a place lies in: how far from its border, and the bits that all else hangs on. */
export interface Fragment {
  borderUm: number;
  bits: number;
}

/** How much longer fragments are along the knife's way than across it. */
const drawnOut = 1.4;

/**
 * Opens the fragments into which a hard body breaks under the knife: cells of a jittered lattice that
 * lies along the knife's way, in micrometres about the slide's corner.
 */
export function openFragments(
  seed: number,
  sizeUm: number,
  cos: number,
  sin: number,
): (xUm: number, yUm: number, fragment: Fragment) => void {
  const long = sizeUm * drawnOut;
  return (x, y, fragment) => {
    const u = (x * cos + y * sin) / long;
    const v = (y * cos - x * sin) / sizeUm;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    let least = Infinity;
    let second = Infinity;
    let bits = 0;
    let [ownU, ownV, otherU, otherV] = [0, 0, 0, 0];
    for (let dj = -1; dj <= 1; dj++) {
      for (let di = -1; di <= 1; di++) {
        const cell = scatter(seed + Math.imul(i + di, 0x27d4eb2d) + Math.imul(j + dj, 0x165667b1));
        const cu = i + di + (cell & 0xffff) / 65536;
        const cv = j + dj + (cell >>> 16) / 65536;
        const d = (cu - u) * (cu - u) + (cv - v) * (cv - v);
        if (d < least) {
          [second, otherU, otherV] = [least, ownU, ownV];
          [least, ownU, ownV, bits] = [d, cu, cv, cell];
        } else if (d < second) [second, otherU, otherV] = [d, cu, cv];
      }
    }
    const apart = Math.sqrt((otherU - ownU) * (otherU - ownU) + (otherV - ownV) * (otherV - ownV));
    fragment.borderUm = (sizeUm * (second - least)) / (2 * apart + 1e-9);
    fragment.bits = bits;
  };
}
