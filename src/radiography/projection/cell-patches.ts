import {
  apart,
  type CellDiagram,
  openNeighbours,
  threeLeast,
  type Walls,
} from '../../phantom/index.ts';

/**
 * The walls of a cell diagram, read on patches of space that lie between four corners: a patch is straight
 * along both of its ways, and there are so many of them.
 */
export interface CellPatches {
  /** Forgets all patches: their corners have changed. */
  clear(): void;
  /**
   * Finds the walls about a point of a patch. `way` says how far along its two ways the point lies, 0
   * to 1 each, and has their product for the third: handed over one by one, each would be put on the heap.
   */
  find(patch: number, way: Float64Array, out: Walls): void;
}

/** Writes the corners of a patch into `to`: three coordinates of each, the first way first. */
export type CornersOf = (patch: number, to: Float64Array) => void;

/**
 * Opens the patches of a diagram. Between four corners the power of a point to a seed runs evenly along
 * both ways, but for what all seeds have in common; so a patch keeps for each seed four numbers, and only
 * the seeds that three others do not undercut at every corner. That is exact, and for dozens of
 * points to a patch some times quicker than to compare all seeds about each. A patch is made when
 * it is first asked about.
 */
export function openCellPatches(
  diagram: CellDiagram,
  patches: number,
  cornersOf: CornersOf,
): CellPatches {
  const { seeds } = diagram;
  const neighbours = openNeighbours(diagram);
  /** Where the seeds of a patch begin and end; 0 marks one that is not made yet. */
  const starts = new Int32Array(patches);
  const ends = new Int32Array(patches);
  let kept = new Int32Array(1 << 12);
  /** Of each seed kept: its power at the first corner, how it grows along each way, and along both. */
  let growths = new Float64Array(4 << 12);
  let end = 1;
  const corners = new Float64Array(12);
  const near = new Int32Array(neighbours.most);
  const powers = new Float64Array(4 * neighbours.most);
  const sums = new Float64Array(neighbours.most);
  const least = new Int32Array(3);
  /** The greatest power at each corner that the three seeds have. */
  const bars = new Float64Array(4);

  const make = (patch: number) => {
    cornersOf(patch, corners);
    const count = neighbours.about(corners, near);
    const ax = corners[0] as number;
    const ay = corners[1] as number;
    const az = corners[2] as number;
    const bx = corners[3] as number;
    const by = corners[4] as number;
    const bz = corners[5] as number;
    const cx = corners[6] as number;
    const cy = corners[7] as number;
    const cz = corners[8] as number;
    const dx = corners[9] as number;
    const dy = corners[10] as number;
    const dz = corners[11] as number;
    for (let n = 0; n < count; n++) {
      const seed = (near[n] as number) * 4;
      const x = seeds[seed] as number;
      const y = seeds[seed + 1] as number;
      const z = seeds[seed + 2] as number;
      const weight = seeds[seed + 3] as number;
      const a = squares(x - ax, y - ay, z - az) - weight;
      const b = squares(x - bx, y - by, z - bz) - weight;
      const c = squares(x - cx, y - cy, z - cz) - weight;
      const d = squares(x - dx, y - dy, z - dz) - weight;
      powers[n * 4] = a;
      powers[n * 4 + 1] = b;
      powers[n * 4 + 2] = c;
      powers[n * 4 + 3] = d;
      sums[n] = a + b + c + d;
    }
    // The seeds most likely to undercut others: those of least power to all corners together.
    threeLeast(sums, count, least);
    const [first, second, third] = [least[0], least[1], least[2]] as [number, number, number];
    for (let corner = 0; corner < 4; corner++)
      bars[corner] = Math.max(
        powers[first * 4 + corner] as number,
        powers[second * 4 + corner] as number,
        powers[third * 4 + corner] as number,
      );
    const [barA, barB, barC, barD] = [bars[0], bars[1], bars[2], bars[3]] as [
      number,
      number,
      number,
      number,
    ];
    if (end + count > kept.length) {
      const [shorter, fewer] = [kept, growths];
      kept = new Int32Array(shorter.length * 2);
      kept.set(shorter);
      growths = new Float64Array(fewer.length * 2);
      growths.set(fewer);
    }
    starts[patch] = end;
    for (let n = 0; n < count; n++) {
      const a = powers[n * 4] as number;
      const b = powers[n * 4 + 1] as number;
      const c = powers[n * 4 + 2] as number;
      const d = powers[n * 4 + 3] as number;
      // Three others have less power at each corner, and so all over the patch.
      if (a > barA && b > barB && c > barC && d > barD) continue;
      kept[end] = near[n] as number;
      growths[end * 4] = a;
      growths[end * 4 + 1] = b - a;
      growths[end * 4 + 2] = c - a;
      growths[end * 4 + 3] = d - c - b + a;
      end++;
    }
    ends[patch] = end;
  };
  return {
    clear() {
      starts.fill(0);
      end = 1;
    },
    find(patch, way, out) {
      if (starts[patch] === 0) make(patch);
      const stop = ends[patch] as number;
      const s = way[0] as number;
      const t = way[1] as number;
      const st = way[2] as number;
      let m1 = Infinity;
      let m2 = Infinity;
      let m3 = Infinity;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let n = starts[patch] as number, at = n * 4; n < stop; n++, at += 4) {
        const power =
          (growths[at] as number) +
          (growths[at + 1] as number) * s +
          (growths[at + 2] as number) * t +
          (growths[at + 3] as number) * st;
        if (power >= m3) continue;
        if (power >= m2) {
          m3 = power;
          s3 = n;
        } else if (power >= m1) {
          m3 = m2;
          s3 = s2;
          m2 = power;
          s2 = n;
        } else {
          m3 = m2;
          s3 = s2;
          m2 = m1;
          s2 = s1;
          m1 = power;
          s1 = n;
        }
      }
      const cell = kept[s1] as number;
      const beside = kept[s2] as number;
      const behind = kept[s3] as number;
      const a = (m2 - m1) / (2 * apart(seeds, cell, beside));
      const b = (m3 - m1) / (2 * apart(seeds, cell, behind));
      out.cell = cell;
      out.beyond = a < b ? beside : behind;
      out.nearest = a < b ? a : b;
      out.second = a < b ? b : a;
    },
  };
}

const squares = (x: number, y: number, z: number) => x * x + y * y + z * z;
