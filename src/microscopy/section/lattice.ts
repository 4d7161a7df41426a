import { phantomPoint, scatter, type Vector } from '../../phantom/index.ts';
import { type Field, slidePoint } from '../frame.ts';
import type { Piece } from './piece.ts';

/** A cell of a cubic lattice in the breast, by its numbers along x, y and z. */
export type Cell = Vector;

/** Places on the plane are this many pitches apart. */
const stride = 2;

/** The cells of a lattice of which some point lies within `deepMm` of a field of the plane. */
export function cellsNear(piece: Piece, field: Field, pitchMm: number, deepMm: number): Cell[] {
  const step = 1000 * stride * pitchMm;
  const places: Cell[] = [];
  const least = [Infinity, Infinity, Infinity];
  const most = [-Infinity, -Infinity, -Infinity];
  for (let y = field.top; y < field.bottom + step; y += step) {
    for (let x = field.left; x < field.right + step; x += step) {
      const at = piece.toBreast(slidePoint(x, y));
      const cell: [number, number, number] = [0, 0, 0];
      for (const axis of [0, 1, 2] as const) {
        const n = Math.floor(at[axis] / pitchMm);
        cell[axis] = n;
        if (n < (least[axis] as number)) least[axis] = n;
        if (n > (most[axis] as number)) most[axis] = n;
      }
      places.push(cell);
    }
  }
  if (places.length === 0) return [];
  const deep = Math.ceil(deepMm / pitchMm + stride / 2);
  const [firstI, firstJ, firstK] = least.map((n) => n - deep) as [number, number, number];
  const [sizeI, sizeJ, sizeK] = most.map(
    (n, axis) => n - (least[axis] as number) + 2 * deep + 1,
  ) as [number, number, number];
  const wanted = new Uint8Array(sizeI * sizeJ * sizeK);
  for (const [i, j, k] of places) {
    const from = i - deep - firstI;
    for (let c = k - deep - firstK; c <= k + deep - firstK; c++)
      for (let b = j - deep - firstJ; b <= j + deep - firstJ; b++) {
        const row = (c * sizeJ + b) * sizeI + from;
        wanted.fill(1, row, row + 2 * deep + 1);
      }
  }
  // What lies off the plane of the section is left out: a cell is as wide as its diagonal.
  const farUm = 1000 * (deepMm + 0.9 * pitchMm);
  const cells: Cell[] = [];
  for (let at = wanted.indexOf(1); at >= 0; at = wanted.indexOf(1, at + 1)) {
    const i = (at % sizeI) + firstI;
    const j = (Math.floor(at / sizeI) % sizeJ) + firstJ;
    const k = Math.floor(at / (sizeI * sizeJ)) + firstK;
    const middle = phantomPoint((i + 0.5) * pitchMm, (j + 0.5) * pitchMm, (k + 0.5) * pitchMm);
    const below = piece.onSlide(middle)[2];
    if (below < farUm && below > -farUm) cells.push([i, j, k]);
  }
  return cells;
}

/** Bits that hang on a seed and a cell alone. */
export function hashOf(seed: number, [i, j, k]: Cell): number {
  let bits = scatter(seed + Math.imul(i, 0x27d4eb2d));
  bits = scatter(bits + Math.imul(j, 0x165667b1));
  bits = scatter(bits + Math.imul(k, 0x9e3779b1));
  return bits;
}

/** The numbers from 0 to 1 of a cell, one after the other, that hang on a seed and the cell alone. */
export function numbersOf(seed: number, cell: Cell): () => number {
  let bits = hashOf(seed, cell);
  return () => {
    bits = scatter(bits + 0x6d2b79f5);
    return bits / 4294967296;
  };
}
