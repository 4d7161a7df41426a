import type { Grid } from '../scene/grid.ts';

/**
 * Turns a grid that is 1 within something and 0 outside into distances from its edge, in micrometres:
 * positive within, negative outside, and never farther than `farUm`. A node hangs on what is within
 * that distance of it only.
 */
export function toDistances(grid: Grid, farUm: number): Grid {
  const { columns, rows, pitchUm, values } = grid;
  const far = Math.floor(farUm / pitchUm);
  const across = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) toNearestInRow(values, across, row * columns, columns, far);
  const result = new Float32Array(columns * rows);
  const most = far * far;
  for (let row = 0; row < rows; row++) {
    const [first, last] = [Math.max(0, row - far), Math.min(rows - 1, row + far)];
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const inside = values[at] as number;
      let least = most;
      for (let other = first; other <= last; other++) {
        const down = (other - row) * (other - row);
        if (down >= least) continue;
        const there = other * columns + column;
        // Beside what is on the other side already, the way there is down the column alone.
        const aside = values[there] === inside ? (across[there] as number) : 0;
        least = Math.min(least, down + aside * aside);
      }
      const away = Math.max(0, Math.sqrt(least) - 0.5) * pitchUm;
      result[at] = inside > 0 ? away : -away;
    }
  }
  return { ...grid, values: result };
}

/**
 * Distances as they are about each node on the average: told from yes or no at nodes alone they have
 * steps. Weights 1, 2, 1 both ways; the nodes at the sides stay.
 */
export function smoothed(grid: Grid): Grid {
  const { columns, rows, values } = grid;
  const result = values.slice();
  const of = (at: number) => values[at] as number;
  const across = (at: number) => of(at - 1) + 2 * of(at) + of(at + 1);
  for (let row = 1; row < rows - 1; row++)
    for (let at = row * columns + 1; at < (row + 1) * columns - 1; at++)
      result[at] = (across(at - columns) + 2 * across(at) + across(at + columns)) / 16;
  return { ...grid, values: result };
}

/** Steps along the row to the nearest node on the other side, at most `far`. */
function toNearestInRow(
  values: Float32Array,
  steps: Float32Array,
  first: number,
  columns: number,
  far: number,
): void {
  for (const way of [1, -1]) {
    let count = far;
    for (let n = 0, at = way > 0 ? first : first + columns - 1; n < columns; n++, at += way) {
      const isEdge = n > 0 && values[at] !== values[at - way];
      count = isEdge ? 1 : Math.min(far, count + 1);
      steps[at] = way > 0 ? count : Math.min(count, steps[at] as number);
    }
  }
}
