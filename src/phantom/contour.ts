/** A place on a lattice: column and row, with fractions. */
export type ContourPoint = readonly [x: number, y: number];

/** Values at the points of a lattice, row by row. */
export interface PlaneLattice {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
}

/**
 * Traces where the values of a lattice pass a level, as closed polygons in columns and rows of the
 * lattice (marching squares; Lorensen and Cline 1987 in two dimensions). Beyond the lattice the values
 * are 0, so every contour closes. A contour runs clockwise on the screen around what is high and the other
 * way around a hole, so that their signed areas add up.
 * Where four values leave the choice open, high ones that touch at a corner are kept apart.
 */
export function contoursOf(
  { columns, rows, values }: PlaneLattice,
  level: number,
): ContourPoint[][] {
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= columns || y >= rows ? 0 : (values[y * columns + x] as number);
  /** Crossings are named by the edge they lie on: edges to the right of a point are even, below it odd. */
  const wide = columns + 1;
  const across = (x: number, y: number) => 2 * ((y + 1) * wide + x + 1);
  const down = (x: number, y: number) => across(x, y) + 1;
  const onward = new Map<number, number>();
  for (let y = -1; y < rows; y++) {
    for (let x = -1; x < columns; x++) {
      const corners =
        (at(x, y) > level ? 1 : 0) |
        (at(x + 1, y) > level ? 2 : 0) |
        (at(x + 1, y + 1) > level ? 4 : 0) |
        (at(x, y + 1) > level ? 8 : 0);
      const sides = [across(x, y), down(x + 1, y), across(x, y + 1), down(x, y)];
      for (const [from, to] of passages[corners] as (typeof passages)[number])
        onward.set(sides[from] as number, sides[to] as number);
    }
  }

  const placeOf = (edge: number): ContourPoint => {
    const point = Math.floor(edge / 2);
    const x = (point % wide) - 1;
    const y = Math.floor(point / wide) - 1;
    const isDown = edge % 2 === 1;
    const here = at(x, y);
    const there = isDown ? at(x, y + 1) : at(x + 1, y);
    const t = (level - here) / (there - here);
    return isDown ? [x, y + t] : [x + t, y];
  };
  const contours: ContourPoint[][] = [];
  for (const start of [...onward.keys()].sort((a, b) => a - b)) {
    const contour: ContourPoint[] = [];
    for (let edge: number | undefined = start; edge !== undefined;) {
      const next: number | undefined = onward.get(edge);
      if (next === undefined) break;
      contour.push(placeOf(edge));
      onward.delete(edge);
      edge = next;
    }
    if (contour.length > 2) contours.push(contour);
  }
  return contours;
}

/** Which sides of a cell (above, right, below, left) a contour joins, by which corners are high. */
const passages: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];
