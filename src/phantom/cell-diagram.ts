import type { Draw } from './draw.ts';

/**
 * A power diagram: space divided into rounded cells about seeds, some larger than others. Fat lobules
 * are such cells, and the ligaments are their walls. Coordinates are those of the tissue's own space.
 */
export interface CellDiagram {
  readonly min: readonly [number, number, number];
  readonly counts: readonly [number, number, number];
  /** The usual distance between seeds. */
  readonly spacing: number;
  /** x, y, z and weight of each seed. */
  readonly seeds: Float64Array;
  /** A number of each cell, normal about 0: what the cell differs by from its neighbours. */
  readonly characters: Float64Array;
}

/** Sows a diagram: one seed in every cube of a grid, anywhere in it, with a size of its own. */
export function sowCells(
  min: readonly [number, number, number],
  max: readonly [number, number, number],
  spacing: number,
  variety: number,
  draw: Draw,
): CellDiagram {
  const count = (axis: 0 | 1 | 2) => Math.ceil((max[axis] - min[axis]) / spacing);
  const counts = [count(0), count(1), count(2)] as const;
  const total = counts[0] * counts[1] * counts[2];
  const seeds = new Float64Array(total * 4);
  const characters = new Float64Array(total);
  let seed = 0;
  for (let i = 0; i < counts[0]; i++) {
    for (let j = 0; j < counts[1]; j++) {
      for (let k = 0; k < counts[2]; k++) {
        // Every second row is shifted by half a cube, up as well as ahead: walls that lie in one
        // plane would show as a straight edge in a view that looks along it.
        const shift = (i + j) % 2 === 0 ? 0 : 0.5;
        const ahead = (j + k) % 2 === 0 ? 0 : 0.5;
        seeds[seed * 4] = min[0] + (i + ahead + draw.uniform(0.08, 0.92)) * spacing;
        seeds[seed * 4 + 1] = min[1] + (j + draw.uniform(0.08, 0.92)) * spacing;
        seeds[seed * 4 + 2] = min[2] + (k + shift + draw.uniform(0.08, 0.92)) * spacing;
        const size = Math.min(draw.logNormal(1, variety), 1.8);
        seeds[seed * 4 + 3] = 0.11 * spacing * spacing * (size * size - 1);
        characters[seed] = draw.normal();
        seed++;
      }
    }
  }
  return { min, counts, spacing, seeds, characters };
}
