import type { Draw } from './draw.ts';

/**
 * A power diagram: space divided into rounded cells about seeds, some larger than others. Fat lobules
 * are such cells, and the ligaments are their walls. Coordinates are those of the tissue's own space.
 */
export interface CellDiagram {
  readonly min: readonly [number, number, number];
  /** The cubes of space that seeds are kept by, along each axis; each is as wide as the spacing. */
  readonly counts: readonly [number, number, number];
  /** The usual distance between seeds. */
  readonly spacing: number;
  /** The first seed of each cube, and behind the last cube how many seeds there are. */
  readonly starts: Int32Array;
  /** x, y, z and weight of each seed. */
  readonly seeds: Float64Array;
  /** A number of each cell, normal about 0: what the cell differs by from its neighbours. */
  readonly characters: Float64Array;
  /** The greatest character of a cell and of those about it. */
  readonly greatestAbout: Float64Array;
}

/** How unlike the cells of a diagram are. */
export interface Sizes {
  /** The spread of their own sizes, as the logarithm. */
  readonly variety: number;
  /** No two seeds lie nearer to each other, in terms of the spacing. */
  readonly leastApart: number;
}

/** How often a place is looked for before space is taken to be full. */
const mostTries = 30;

/**
 * Sows a diagram: as many seeds as cubes, each anywhere where no other is too near, with a size of its
 * own. A seed in every cube would be simpler, but the walls between would face along the axes, and a
 * view that looks along them would show boxes.
 */
export function sowCells(
  min: readonly [number, number, number],
  max: readonly [number, number, number],
  spacing: number,
  { variety, leastApart }: Sizes,
  draw: Draw,
): CellDiagram {
  const count = (axis: 0 | 1 | 2) => Math.ceil((max[axis] - min[axis]) / spacing);
  const counts = [count(0), count(1), count(2)] as const;
  const total = counts[0] * counts[1] * counts[2];
  const cubes: Float64Array[][] = Array.from({ length: total }, () => []);
  for (let seed = 0; seed < total; seed++) {
    for (let tries = 0; tries < mostTries; tries++) {
      const place = Float64Array.from(counts, (cubes) => cubes * draw.uniform());
      if (isTaken(cubes, counts, place, leastApart)) continue;
      const [i, j, k] = place as unknown as readonly [number, number, number];
      (cubes[cubeOf(counts, Math.floor(i), Math.floor(j), Math.floor(k))] as Float64Array[]).push(
        place,
      );
      break;
    }
  }
  const starts = new Int32Array(total + 1);
  for (const [cube, places] of cubes.entries())
    starts[cube + 1] = (starts[cube] as number) + places.length;
  const places = cubes.flat();
  const seeds = new Float64Array(places.length * 4);
  const characters = new Float64Array(places.length);
  for (const [seed, place] of places.entries()) {
    for (const axis of [0, 1, 2] as const)
      seeds[seed * 4 + axis] = min[axis] + (place[axis] as number) * spacing;
    const size = Math.min(draw.logNormal(1, variety), 1.8);
    seeds[seed * 4 + 3] = 0.11 * spacing * spacing * (size * size - 1);
    characters[seed] = draw.normal();
  }
  const greatest = greatestAbout(counts, starts, characters);
  return { min, counts, spacing, starts, seeds, characters, greatestAbout: greatest };
}

/** For each seed the greatest character in its cube and the two on either side, which hold all its neighbours. */
function greatestAbout(
  counts: CellDiagram['counts'],
  starts: Int32Array,
  characters: Float64Array,
): Float64Array {
  const greatest = new Float64Array(characters.length);
  const about = (n: number, axis: 0 | 1 | 2) =>
    [Math.max(0, n - 2), Math.min(counts[axis] - 1, n + 2)] as const;
  for (let i = 0; i < counts[0]; i++)
    for (let j = 0; j < counts[1]; j++)
      for (let k = 0; k < counts[2]; k++) {
        const cube = cubeOf(counts, i, j, k);
        const [first, end] = [starts[cube] as number, starts[cube + 1] as number];
        if (first === end) continue;
        let most = -Infinity;
        const [fromK, toK] = about(k, 2);
        for (let a = about(i, 0)[0]; a <= about(i, 0)[1]; a++)
          for (let b = about(j, 1)[0]; b <= about(j, 1)[1]; b++) {
            const stop = starts[cubeOf(counts, a, b, toK) + 1] as number;
            for (let seed = starts[cubeOf(counts, a, b, fromK)] as number; seed < stop; seed++)
              most = Math.max(most, characters[seed] as number);
          }
        greatest.fill(most, first, end);
      }
  return greatest;
}

/** The number of a cube by its place along each axis. */
export const cubeOf = (
  [, ny, nz]: CellDiagram['counts'],
  i: number,
  j: number,
  k: number,
): number => (i * ny + j) * nz + k;

/** Tells whether another seed is too near to a place; all in terms of the spacing. */
function isTaken(
  cubes: readonly (readonly Float64Array[])[],
  counts: CellDiagram['counts'],
  place: Float64Array,
  leastApart: number,
): boolean {
  const [x, y, z] = place as unknown as readonly [number, number, number];
  const from = (mm: number) => Math.max(0, Math.floor(mm) - 1);
  const to = (mm: number, axis: 0 | 1 | 2) => Math.min(counts[axis] - 1, Math.floor(mm) + 1);
  for (let i = from(x); i <= to(x, 0); i++)
    for (let j = from(y); j <= to(y, 1); j++)
      for (let k = from(z); k <= to(z, 2); k++)
        for (const other of cubes[cubeOf(counts, i, j, k)] as readonly Float64Array[]) {
          const dx = (other[0] as number) - x;
          const dy = (other[1] as number) - y;
          const dz = (other[2] as number) - z;
          if (dx * dx + dy * dy + dz * dz < leastApart * leastApart) return true;
        }
  return false;
}
