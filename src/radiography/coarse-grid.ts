import { clamp } from '../phantom/index.ts';
import { filterRow, gaussianKernel, sumRows } from './blur.ts';
import type { Frame } from './raster.ts';

/**
 * Means of an image over square cells: where something varies slowly, it is kept and blurred here
 * at a small part of the cost, and read back smoothly.
 */
export interface CoarseGrid {
  readonly cellPx: number;
  readonly columns: number;
  readonly rows: number;
  /** Sums over the pixels of each cell until `toMeans`, then means. */
  readonly values: Float64Array;
}

/** An empty grid over a frame, its cells about `cellMm` wide. */
export function openGrid(frame: Frame, cellMm: number): CoarseGrid {
  const cellPx = Math.max(1, Math.round((cellMm * 1000) / frame.pitchUm));
  const columns = Math.ceil(frame.widthPx / cellPx);
  const rows = Math.ceil(frame.heightPx / cellPx);
  return { cellPx, columns, rows, values: new Float64Array(columns * rows) };
}

/** Adds a row of pixels to the cells in which it lies. */
export function addRow(grid: CoarseGrid, row: number, pixels: Float64Array): void {
  const { cellPx, columns, values } = grid;
  const start = Math.floor(row / cellPx) * columns;
  for (let column = 0; column < columns; column++) {
    const end = Math.min((column + 1) * cellPx, pixels.length);
    let sum = 0;
    for (let x = column * cellPx; x < end; x++) sum += pixels[x] as number;
    values[start + column] = (values[start + column] as number) + sum;
  }
}

/** Turns the sums of a finished grid into means; cells at the far edges may hold fewer pixels. */
export function toMeans({ cellPx, columns, rows, values }: CoarseGrid, frame: Frame): void {
  for (let j = 0; j < rows; j++) {
    const high = Math.min(cellPx, frame.heightPx - j * cellPx);
    for (let i = 0; i < columns; i++) {
      const wide = Math.min(cellPx, frame.widthPx - i * cellPx);
      values[j * columns + i] = (values[j * columns + i] as number) / (high * wide);
    }
  }
}

/** The grid with each cell the value of `of` at the same cell of two grids. */
export function combine(
  of: (a: number, b: number) => number,
  first: CoarseGrid,
  second: CoarseGrid,
): CoarseGrid {
  const values = new Float64Array(first.values.length);
  for (let at = 0; at < values.length; at++)
    values[at] = of(first.values[at] as number, second.values[at] as number);
  return { ...first, values };
}

/**
 * What counts beyond the edges of a grid: the nearest cell, or what was rising or falling there going
 * on as it did, though not below zero, which alone keeps a slope straight up to the edge and air air.
 */
export type Beyond = 'nearest' | 'onward';

/** The grid blurred by a Gaussian of `sigmaPx` image pixels. */
export function blurredGrid(
  grid: CoarseGrid,
  sigmaPx: number,
  beyond: Beyond = 'nearest',
): CoarseGrid {
  const { columns, rows, values } = grid;
  const kernel = gaussianKernel(sigmaPx / grid.cellPx);
  const reach = kernel.length - 1;
  const wide = new Float32Array(columns + 2 * reach);
  const filtered = Array.from({ length: rows }, (_, j) => {
    const row = values.subarray(j * columns, (j + 1) * columns);
    wide.set(row, reach);
    for (let n = 1; n <= reach; n++) {
      wide[reach - n] = beyondEdge(row, 0, n, beyond);
      wide[reach + columns - 1 + n] = beyondEdge(row, columns - 1, n, beyond);
    }
    const to = new Float32Array(columns);
    filterRow(wide, kernel, to);
    return to;
  });
  const blurred = new Float64Array(values.length);
  for (let j = 0; j < rows; j++) {
    const rowAt = (below: number) => filtered[clamp(j + below, 0, rows - 1)] as Float32Array;
    const to = blurred.subarray(j * columns, (j + 1) * columns);
    sumRows(rowAt, kernel, to);
    if (beyond === 'onward') goOnward(filtered, j, kernel, to);
  }
  return { ...grid, values: blurred };
}

/** The value `n` cells beyond an end of a row. */
function beyondEdge(row: Float64Array, end: number, n: number, beyond: Beyond): number {
  const edge = row[end] as number;
  if (beyond === 'nearest') return edge;
  const back = end === 0 ? Math.min(n, row.length - 1) : Math.max(end - n, 0);
  return Math.max(2 * edge - (row[back] as number), 0);
}

/** Adds to a sum over rows what rows beyond the edges have more than the nearest row. */
function goOnward(
  rows: readonly Float32Array[],
  j: number,
  kernel: ArrayLike<number>,
  to: Float64Array,
): void {
  const last = rows.length - 1;
  for (let off = 1; off < kernel.length; off++) {
    for (const at of [j - off, j + off]) {
      const edge = clamp(at, 0, last);
      if (edge === at) continue;
      const back = rows[clamp(2 * edge - at, 0, last)] as Float32Array;
      const weight = kernel[off] as number;
      for (let i = 0; i < to.length; i++) {
        const nearest = (rows[edge] as Float32Array)[i] as number;
        to[i] = (to[i] as number) + weight * Math.max(nearest - (back[i] as number), -nearest);
      }
    }
  }
}

/**
 * Reads a row of the image back from the grid: quadratic B-splines over the cells, which have no
 * creases where cells meet; a slope goes on beyond its edges.
 */
export function readRow(grid: CoarseGrid, row: number, to: Float32Array): void {
  const { cellPx, columns, rows, values } = grid;
  const [j, above, here, below] = splineAt((row + 0.5) / cellPx);
  // A cell of margin on either side.
  const line = new Float64Array(columns + 2);
  const start = j * columns;
  for (let i = 0; i < columns; i++) {
    const at = values[start + i] as number;
    const before = values[j > 0 ? start - columns + i : start + i] as number;
    const after = values[j < rows - 1 ? start + columns + i : start + i] as number;
    line[i + 1] =
      above * (j > 0 ? before : onward(at, after)) +
      here * at +
      below * (j < rows - 1 ? after : onward(at, before));
  }
  line[0] = onward(line[1] as number, line[Math.min(2, columns)] as number);
  line[columns + 1] = onward(line[columns] as number, line[Math.max(columns - 1, 1)] as number);
  const parts = partsOf(cellPx);
  for (let cell = 0; cell < columns; cell++) {
    const before = line[cell] as number;
    const at = line[cell + 1] as number;
    const after = line[cell + 2] as number;
    const end = Math.min((cell + 1) * cellPx, to.length);
    for (let x = cell * cellPx, n = 0; x < end; x++, n += 3)
      to[x] =
        (parts[n] as number) * before +
        (parts[n + 1] as number) * at +
        (parts[n + 2] as number) * after;
  }
}

/**
 * What comes after a value, going on as from the one before it, though not below zero, so that air
 * stays air; the same where it is its own neighbour.
 */
const onward = (at: number, before: number): number => Math.max(2 * at - before, 0);

/**
 * The weights of the cell before, the cell itself and the one after at each pixel of a cell: they are the
 * same in every cell and row, so that no pixel costs a division.
 */
function partsOf(cellPx: number): Float64Array {
  const known = cellParts.get(cellPx);
  if (known) return known;
  const parts = new Float64Array(3 * cellPx);
  for (let n = 0; n < cellPx; n++) parts.set(splineAt((n + 0.5) / cellPx).slice(1), 3 * n);
  cellParts.set(cellPx, parts);
  return parts;
}
const cellParts = new Map<number, Float64Array>();

/** The cell of a place and the weights of the cell before it, itself and the one after. */
function splineAt(place: number): readonly [number, number, number, number] {
  const cell = Math.floor(place);
  const t = place - cell;
  const s = 1 - t;
  return [cell, 0.5 * s * s, 0.5 + t * s, 0.5 * t * t];
}
