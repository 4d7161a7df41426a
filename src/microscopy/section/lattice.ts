import { scatter, type Vector } from '../../phantom/index.ts';
import { type Field, slidePoint } from '../frame.ts';
import type { Piece } from './piece.ts';

/** A cell of a cubic lattice in the breast, by its numbers along x, y and z. */
export type Cell = Vector;

/** Places on the plane are this many pitches apart. */
const stride = 2;

/** The cells of a lattice of which some point lies within `deepMm` of a field of the plane. */
export function cellsNear(piece: Piece, field: Field, pitchMm: number, deepMm: number): Cell[] {
  const step = 1000 * stride * pitchMm;
  const deep = Math.ceil(deepMm / pitchMm + stride / 2);
  const side = 2 * deep + 1;
  const seen = new Set<number>();
  const cells: Cell[] = [];
  for (let y = field.top; y < field.bottom + step; y += step) {
    for (let x = field.left; x < field.right + step; x += step) {
      const [i, j, k] = piece.toBreast(slidePoint(x, y)).map((c) => Math.floor(c / pitchMm)) as [
        number,
        number,
        number,
      ];
      for (let n = 0; n < side * side * side; n++) {
        const cell = [
          i + (n % side) - deep,
          j + (Math.floor(n / side) % side) - deep,
          k + Math.floor(n / (side * side)) - deep,
        ] as const;
        const key = ((cell[0] + 65536) * 131072 + cell[1] + 65536) * 131072 + cell[2] + 65536;
        if (seen.has(key)) continue;
        seen.add(key);
        cells.push(cell);
      }
    }
  }
  return cells;
}

/** The numbers from 0 to 1 of a cell, one after the other, that hang on a seed and the cell alone. */
export function numbersOf(seed: number, [i, j, k]: Cell): () => number {
  let bits = scatter(seed + Math.imul(i, 0x27d4eb2d));
  bits = scatter(bits + Math.imul(j, 0x165667b1));
  bits = scatter(bits + Math.imul(k, 0x9e3779b1));
  return () => {
    bits = scatter(bits + 0x6d2b79f5);
    return bits / 4294967296;
  };
}
