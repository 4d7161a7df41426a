import type { Field } from '../frame.ts';

/**
 * A field of the slide at the nodes of a lattice, linear between them. Nodes are whole multiples of
 * the pitch from the slide's corner, so that grids of neighbouring chunks have their nodes in common.
 */
export interface Grid {
  readonly pitchUm: number;
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/** An empty grid whose nodes span a field. */
export function blankGrid(field: Field, pitchUm: number): Grid {
  const firstColumn = Math.floor(field.left / pitchUm);
  const firstRow = Math.floor(field.top / pitchUm);
  const columns = Math.ceil(field.right / pitchUm) - firstColumn + 1;
  const rows = Math.ceil(field.bottom / pitchUm) - firstRow + 1;
  const values = new Float32Array(columns * rows);
  return { pitchUm, firstColumn, firstRow, columns, rows, values };
}

/** Fills the nodes of a grid, or those of a part of it. */
export function fillGrid(
  grid: Grid,
  valueAt: (xUm: number, yUm: number, before: number, node: number) => number,
  part?: Field,
): Grid {
  const { pitchUm, firstColumn, firstRow, columns, rows, values } = grid;
  const from = (edge: number, first: number) => Math.max(0, Math.ceil(edge / pitchUm) - first);
  const to = (edge: number, first: number, count: number) =>
    Math.min(count - 1, Math.floor(edge / pitchUm) - first);
  const left = part ? from(part.left, firstColumn) : 0;
  const right = part ? to(part.right, firstColumn, columns) : columns - 1;
  const top = part ? from(part.top, firstRow) : 0;
  const bottom = part ? to(part.bottom, firstRow, rows) : rows - 1;
  for (let row = top; row <= bottom; row++) {
    const y = (firstRow + row) * pitchUm;
    for (let column = left, at = row * columns + left; column <= right; column++, at++)
      values[at] = valueAt((firstColumn + column) * pitchUm, y, values[at] as number, at);
  }
  return grid;
}

/**
 * Reads a grid at a place; beyond its nodes the nearest counts. Nothing is read more often: it is kept
 * short and without patterns, so that engines put it into its callers.
 */
export function gridAt(grid: Grid, xUm: number, yUm: number): number {
  const { pitchUm, firstColumn, firstRow, columns, rows, values } = grid;
  const u = xUm / pitchUm;
  const v = yUm / pitchUm;
  // The part of a step is taken before the first node comes in, so that it is the same in every grid.
  const column = Math.floor(u);
  const row = Math.floor(v);
  let a = u - column;
  let b = v - row;
  let i = column - firstColumn;
  let j = row - firstRow;
  if (i < 0) {
    i = 0;
    a = 0;
  } else if (i > columns - 2) {
    i = columns - 2;
    a = 1;
  }
  if (j < 0) {
    j = 0;
    b = 0;
  } else if (j > rows - 2) {
    j = rows - 2;
    b = 1;
  }
  const at = j * columns + i;
  const high = (values[at] as number) * (1 - a) + (values[at + 1] as number) * a;
  const low = (values[at + columns] as number) * (1 - a) + (values[at + columns + 1] as number) * a;
  return high + (low - high) * b;
}

/** The node of a grid that is nearest to a place. */
export function nodeAt(grid: Grid, xUm: number, yUm: number): number {
  const { pitchUm, firstColumn, firstRow, columns, rows } = grid;
  const column = Math.floor(xUm / pitchUm + 0.5) - firstColumn;
  const row = Math.floor(yUm / pitchUm + 0.5) - firstRow;
  return (
    Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1)
  );
}
