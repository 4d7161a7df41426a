import type { CellDiagram } from './cell-diagram.ts';
import { apart, fineCubes, gatherAbout, mostAbout, openLists, wideCubes } from './cell-lists.ts';

/** The walls about a point. One of these is written again and again, as millions are asked for. */
export interface Walls {
  /** The cell that the point lies in. */
  cell: number;
  /** The cell behind its nearest wall. */
  beyond: number;
  /** The distance to that wall and to the second nearest. */
  nearest: number;
  second: number;
}

/**
 * Finds the walls about a point, which is the first three numbers of `place`: handed over one by one,
 * each would be put on the heap.
 */
export type FindWalls = (place: Float64Array, out: Walls) => void;

/** Opens a diagram for quick questions: the few seeds listed about a point are compared for it. */
export function openCells(diagram: CellDiagram): FindWalls {
  const lists = openLists(diagram, fineCubes, openLists(diagram, wideCubes));
  return (place, out) => {
    const start = lists.startAt(place);
    const pool = lists.pool();
    findAmong(diagram.seeds, pool, start + 1, start + 1 + (pool[start] as number), place, out);
  };
}

/** The same for points far apart, of which no two would read one list. */
export function openScatteredCells(diagram: CellDiagram): FindWalls {
  const near = new Int32Array(mostAbout);
  return (place, out) => {
    const [x, y, z] = [place[0] as number, place[1] as number, place[2] as number];
    findAmong(diagram.seeds, near, 0, gatherAbout(diagram, x, y, z, near), place, out);
  };
}

/** Finds the walls about a point among some of the seeds. */
function findAmong(
  seeds: Float64Array,
  candidates: Int32Array,
  start: number,
  stop: number,
  place: Float64Array,
  out: Walls,
): void {
  const x = place[0] as number;
  const y = place[1] as number;
  const z = place[2] as number;
  let m1 = Infinity;
  let m2 = Infinity;
  let m3 = Infinity;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let n = start; n < stop; n++) {
    const seed = candidates[n] as number;
    const at = seed * 4;
    const dx = (seeds[at] as number) - x;
    const dy = (seeds[at + 1] as number) - y;
    const dz = (seeds[at + 2] as number) - z;
    const power = dx * dx + dy * dy + dz * dz - (seeds[at + 3] as number);
    if (power >= m3) continue;
    if (power >= m2) {
      m3 = power;
      s3 = seed;
    } else if (power >= m1) {
      m3 = m2;
      s3 = s2;
      m2 = power;
      s2 = seed;
    } else {
      m3 = m2;
      s3 = s2;
      m2 = m1;
      s2 = s1;
      m1 = power;
      s1 = seed;
    }
  }
  const a = (m2 - m1) / (2 * apart(seeds, s1, s2));
  const b = (m3 - m1) / (2 * apart(seeds, s1, s3));
  out.cell = s1;
  out.beyond = a < b ? s2 : s3;
  out.nearest = a < b ? a : b;
  out.second = a < b ? b : a;
}
