import { expect, it } from 'vitest';
import { noWalls, openCells, openDraw } from '../../../../src/phantom/index.ts';
import { sowCells } from '../../../../src/phantom/cell-diagram.ts';
import { openCellPatches } from '../../../../src/radiography/projection/cell-patches.ts';

it.each([
  ['small', 1.5],
  ['so large that the look-up lists do not hold them', 6],
])('finds the walls on patches that are %s as a search about each point does', (_, sizeUnits) => {
  const diagram = sowCells([0, 0, 0], [70, 70, 70], 7, 0.3, openDraw(3));
  const wallsAt = openCells(diagram);
  const draw = openDraw(8);
  const patches = Array.from({ length: 60 }, () => {
    const middle = [0, 1, 2].map(() => draw.uniform(25, 45));
    return Float64Array.from({ length: 12 }, (__, n) => {
      const corner = Math.floor(n / 3);
      // Along x by the first way, along y by the second, and askew.
      const along = [corner % 2, Math.floor(corner / 2), 0][n % 3] as number;
      return (middle[n % 3] as number) + sizeUnits * (along + draw.uniform(-0.2, 0.2));
    });
  });
  const found = openCellPatches(diagram, patches.length, (patch, to) =>
    to.set(patches[patch] as Float64Array),
  );
  const [walls, wanted] = [noWalls(), noWalls()];
  for (let n = 0; n < 600; n++) {
    const patch = n % patches.length;
    const corners = patches[patch] as Float64Array;
    const [s, t] = [draw.uniform(0, 1), draw.uniform(0, 1)];
    const place = Float64Array.from({ length: 3 }, (__, axis) => {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 3, 6, 9].map((corner) => corners[corner + axis]);
      return a + (b - a) * s + (c - a) * t + (d - c - b + a) * s * t;
    });
    found.find(patch, Float64Array.of(s, t, s * t), walls);
    wallsAt(place, wanted);
    expect(walls.cell).toBe(wanted.cell);
    expect(walls.beyond).toBe(wanted.beyond);
    expect(walls.nearest).toBeCloseTo(wanted.nearest, 9);
    expect(walls.second).toBeCloseTo(wanted.second, 9);
  }
});
