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
export function addRow(grid: CoarseGrid, row: number, pixels: ArrayLike<number>): void {
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

/** The grid with each cell the value of `of` at the same cell of the given grids. */
export function combine(
  of: (...values: number[]) => number,
  first: CoarseGrid,
  ...others: readonly CoarseGrid[]
): CoarseGrid {
  const values = first.values.map((value, i) =>
    of(value, ...others.map((other) => other.values[i] as number)),
  );
  return { ...first, values };
}

/** The grid blurred by a Gaussian of `sigmaPx` image pixels; beyond its edges the nearest cell counts. */
export function blurredGrid(grid: CoarseGrid, sigmaPx: number): CoarseGrid {
  const { columns, rows, values } = grid;
  const kernel = gaussianKernel(sigmaPx / grid.cellPx);
  const reach = kernel.length - 1;
  const wide = new Float32Array(columns + 2 * reach);
  const filtered = Array.from({ length: rows }, (_, j) => {
    const row = values.subarray(j * columns, (j + 1) * columns);
    wide.fill(row[0] as number, 0, reach);
    wide.set(row, reach);
    wide.fill(row[columns - 1] as number, reach + columns);
    const to = new Float32Array(columns);
    filterRow(wide, kernel, to);
    return to;
  });
  const blurred = new Float64Array(values.length);
  for (let j = 0; j < rows; j++) {
    const rowAt = (below: number) =>
      filtered[Math.min(Math.max(j + below, 0), rows - 1)] as Float32Array;
    sumRows(rowAt, kernel, blurred.subarray(j * columns, (j + 1) * columns));
  }
  return { ...grid, values: blurred };
}

/**
 * Reads a row of the image back from the grid: quadratic B-splines over the cells, which have no
 * creases where cells meet.
 */
export function readRow(grid: CoarseGrid, row: number, to: Float32Array): void {
  const { cellPx, columns, rows, values } = grid;
  const [j, above, here, below] = splineAt((row + 0.5) / cellPx);
  const starts = [j - 1, j, j + 1].map((at) => Math.min(Math.max(at, 0), rows - 1) * columns);
  const line = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    line[i] =
      above * (values[(starts[0] as number) + i] as number) +
      here * (values[(starts[1] as number) + i] as number) +
      below * (values[(starts[2] as number) + i] as number);
  }
  const last = columns - 1;
  for (let cell = 0; cell <= last; cell++) {
    const before = line[cell === 0 ? 0 : cell - 1] as number;
    const at = line[cell] as number;
    const after = line[cell === last ? last : cell + 1] as number;
    const end = Math.min((cell + 1) * cellPx, to.length);
    for (let x = cell * cellPx; x < end; x++) {
      const t = (x + 0.5) / cellPx - cell;
      const s = 1 - t;
      to[x] = 0.5 * s * s * before + (0.5 + t * s) * at + 0.5 * t * t * after;
    }
  }
}

/** The cell of a place and the weights of the cell before it, itself and the one after. */
function splineAt(place: number): readonly [number, number, number, number] {
  const cell = Math.floor(place);
  const t = place - cell;
  const s = 1 - t;
  return [cell, 0.5 * s * s, 0.5 + t * s, 0.5 * t * t];
}
