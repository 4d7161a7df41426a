/** A rising function kept as its values at even steps, straight between them, and so invertible. */
export interface RisingTable {
  readonly from: number;
  readonly to: number;
  /** Values at even steps from `from` to `to`, each greater than the one before. */
  readonly values: Float64Array;
}

/** The value at `x`; beyond its ends the table goes on straight. */
export function valueAt(table: RisingTable, x: number): number {
  const { from, to, values } = table;
  const last = values.length - 1;
  const place = ((x - from) / (to - from)) * last;
  const cell = place <= 0 ? 0 : place >= last ? last - 1 : Math.floor(place);
  const low = values[cell] as number;
  return low + ((values[cell + 1] as number) - low) * (place - cell);
}

/** The place at which the table has the value `y`: the inverse of `valueAt`. */
export function placeOf(table: RisingTable, y: number): number {
  const { from, to, values } = table;
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= y) low = middle;
    else high = middle;
  }
  const start = values[low] as number;
  const place = low + (y - start) / ((values[low + 1] as number) - start);
  return from + (place / (values.length - 1)) * (to - from);
}

/**
 * The running integral of a positive function from `from` (there it is 0), by Simpson's rule in each
 * of `steps` cells.
 */
export function integralTable(
  density: (x: number) => number,
  from: number,
  to: number,
  steps: number,
): RisingTable {
  const values = new Float64Array(steps + 1);
  const width = (to - from) / steps;
  for (let cell = 0; cell < steps; cell++) {
    const x = from + cell * width;
    const mean = (density(x) + 4 * density(x + width / 2) + density(x + width)) / 6;
    // A hair more than the sum keeps the table rising where the density is nothing.
    values[cell + 1] = (values[cell] as number) + Math.max(mean * width, 1e-12);
  }
  return { from, to, values };
}
