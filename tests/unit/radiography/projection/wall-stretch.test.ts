import { expect, it } from 'vitest';
import { sowCells } from '../../../../src/phantom/cell-diagram.ts';
import {
  coverage,
  noWalls,
  openCells,
  openDraw,
  roundedOff,
} from '../../../../src/phantom/index.ts';
import { coverageBetween } from '../../../../src/radiography/projection/wall-stretch.ts';

it.each([
  ['thin walls', { half: 0.1, edge: 0.08, corner: 0.2, level: 0.02 }],
  ['walls of gland', { half: 0.6, edge: 0.3, corner: 0.6, level: 0.5 }],
  ['walls that fill the cells', { half: 1.5, edge: 0.5, corner: 1, level: 1 }],
])('%s take as much of a ray as a fine look at it finds', (_, wall) => {
  const wallsAt = openCells(
    sowCells([0, 0, 0], [70, 70, 70], 7, { variety: 0.3, leastApart: 0.72 }, openDraw(3)),
  );
  // A quarter of the cells' width: as leaflets are sampled in a breast.
  const stretch = 1.7;
  const draw = openDraw(8);
  const [from, to, between] = [noWalls(), noWalls(), noWalls()];
  let [quick, fine] = [0, 0];
  for (let ray = 0; ray < 4000; ray++) {
    const [x, y, z] = [draw.uniform(20, 50), draw.uniform(20, 50), draw.uniform(20, 50)];
    wallsAt(Float64Array.of(x, y, z), from);
    wallsAt(Float64Array.of(x, y, z + stretch), to);
    quick += coverageBetween(from, to, wall);
    for (let n = 0; n < 40; n++) {
      wallsAt(Float64Array.of(x, y, z + ((n + 0.5) / 40) * stretch), between);
      const distance = roundedOff(between, wall.corner, wall.level);
      fine += coverage(distance, { halfMm: wall.half, edgeMm: wall.edge }) / 40;
    }
  }
  expect(Math.abs(quick / fine - 1)).toBeLessThan(0.03);
});
