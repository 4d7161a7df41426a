/** The nodes at which the shape of a breast is kept: how they are filled, and where each of them lies. */
import { widest } from '../blur.ts';

/** Where a node lies: no rim is between it and its neighbours in air, in the breast and in its depth. */
export const place = { air: 0, rim: 1, breast: 2, deep: 3 } as const;

export function placesOf(
  squares: Float32Array,
  deepSquare: number,
  columns: number,
  rows: number,
): Uint8Array {
  const places = new Uint8Array(squares.length);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      let least = Infinity;
      let most = 0;
      for (let y = Math.max(j - 1, 0); y <= Math.min(j + 1, rows - 1); y++) {
        for (let x = Math.max(i - 1, 0); x <= Math.min(i + 1, columns - 1); x++) {
          const square = squares[y * columns + x] as number;
          least = Math.min(least, square);
          most = Math.max(most, square);
        }
      }
      places[j * columns + i] =
        most === 0
          ? place.air
          : least === 0
            ? place.rim
            : least < deepSquare
              ? place.breast
              : place.deep;
    }
  }
  return places;
}

/**
 * Works out the square at every second node of every second row, and at those between that are near the rim;
 * in the depth it is so smooth that the others get the mean of their two or four neighbours.
 */
export function fillSquares(
  squares: Float32Array,
  columns: number,
  rows: number,
  deepSquare: number,
  squareAt: (i: number, j: number) => number,
): void {
  for (let j = 0; j < rows; j += 2)
    for (let i = 0; i < columns; i += 2) squares[j * columns + i] = squareAt(i, j);
  for (let j = 0; j < rows; j++) {
    for (let i = 1 - (j % 2); i < columns; i += 2 - (j % 2)) {
      const [aside, down] = [i % 2, (j % 2) * columns];
      const at = j * columns + i;
      const within = i + aside < columns && j + (j % 2) < rows;
      const a = within ? (squares[at - aside - down] as number) : 0;
      const b = within ? (squares[at + aside + down] as number) : 0;
      const c = within ? (squares[at + aside - down] as number) : 0;
      const d = within ? (squares[at - aside + down] as number) : 0;
      squares[at] = Math.min(a, b, c, d) > deepSquare ? (a + b + c + d) / 4 : squareAt(i, j);
    }
  }
}

/** Gives nodes without a value the mean of their neighbours that have one, twice over. */
export function spread(values: Float32Array, columns: number, rows: number): void {
  const steps = Int32Array.of(
    -1 - columns,
    -columns,
    1 - columns,
    -1,
    1,
    columns - 1,
    columns,
    columns + 1,
  );
  for (let round = 0; round < 2; round++) {
    const before = values.slice();
    // Air fills most of many rows, and is passed over.
    const ends = Int32Array.from({ length: rows }, (_, j) => {
      let end = columns;
      while (end > 0 && (before[j * columns + end - 1] as number) === 0) end--;
      return end;
    });
    for (let j = 1; j < rows - 1; j++) {
      const end = Math.min(widest(ends, j, 1) + 1, columns - 1);
      for (let i = 1; i < end; i++) {
        const at = j * columns + i;
        if ((before[at] as number) > 0) continue;
        let [sum, count] = [0, 0];
        for (let n = 0; n < steps.length; n++) {
          const value = before[at + (steps[n] as number)] as number;
          sum += value;
          if (value > 0) count++;
        }
        if (count > 0) values[at] = sum / count;
      }
    }
  }
}

/** Writes what lies a part of the way from a row of nodes, which begins at `start`, to the next. */
export function mixRows(from: Float32Array, start: number, part: number, to: Float64Array): void {
  const columns = to.length;
  for (let i = 0, at = start; i < columns; i++, at++) {
    const above = from[at] as number;
    to[i] = above + ((from[at + columns] as number) - above) * part;
  }
}
