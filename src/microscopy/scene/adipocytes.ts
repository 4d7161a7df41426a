import { clamp, openDraw, openNoise, phantomPoint, scatter } from '../../phantom/index.ts';
import { type Field, slidePoint, widened } from '../frame.ts';
import type { Piece } from '../section/piece.ts';
import type { Section } from '../section/section.ts';
import { partOf } from './placing.ts';

/** Distance of neighbouring fat cells in the breast: they are 50 to 100 µm wide. */
const pitchMm = 0.084;
const pitchUm = 1000 * pitchMm;
const jitter = 0.33;
/** How wide the corners of fat cells are rounded; farther outside of one nobody is told how far. */
export const roundUm = 9;
/** Size of the islands in which fat and fibres alternate where the tissue holds both. */
const islandMm = 0.4;

interface FatCell {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly isFat: boolean;
}

/** Beyond this depth, in pitches, a cell does not reach the plane. */
const deepest = 1.25;

/**
 * Opens the fat cells of a piece about a field: the cells of a Voronoi diagram in the breast, cut by
 * the plane, each of them fat or not as the tissue is at its own middle. Returns how far a place lies
 * within a fat cell, its rounded corners taken off; below 0 where there is no fat.
 */
export function openAdipocytes(
  section: Section,
  piece: Piece,
  field: Field,
  mayBeFat: (xUm: number, yUm: number) => boolean,
): (xUm: number, yUm: number) => number {
  const bins = binned(cellsAbout(section, piece, widened(field, 2 * pitchUm), mayBeFat));
  return (x, y) => insideFat(bins.get(binOf(x, y)) ?? none, x, y);
}

const none: readonly FatCell[] = [];
const keyOf = (i: number, j: number, k = 0) => ((i + 4096) * 8192 + j + 4096) * 8192 + k + 4096;
const binOf = (x: number, y: number) => keyOf(Math.floor(x / pitchUm), Math.floor(y / pitchUm));

/** Each cell, in the bin of its middle and in the eight around it; always in the same order. */
function binned(cells: readonly FatCell[]): ReadonlyMap<number, readonly FatCell[]> {
  const bins = new Map<number, FatCell[]>();
  const ordered = [...cells].sort((a, b) => a.x - b.x || a.y - b.y);
  for (const cell of ordered) {
    for (let n = 0; n < 9; n++) {
      const key = binOf(
        cell.x + ((n % 3) - 1) * pitchUm,
        cell.y + (Math.floor(n / 3) - 1) * pitchUm,
      );
      const bin = bins.get(key);
      if (bin) bin.push(cell);
      else bins.set(key, [cell]);
    }
  }
  return bins;
}

/** The cells of the lattice whose middles lie in a field, so near to the plane that it may cut them. */
function cellsAbout(
  section: Section,
  piece: Piece,
  field: Field,
  mayBeFat: (xUm: number, yUm: number) => boolean,
): FatCell[] {
  const { phantom, fibrousAt } = section.specimen;
  const draw = openDraw(phantom.plan.seed, 'adipocytes');
  const seed = draw.seed();
  const islands = openNoise(draw.seed());
  const seen = new Set<number>();
  const cells: FatCell[] = [];
  const add = (i: number, j: number, k: number) => {
    if (seen.has(keyOf(i, j, k))) return;
    seen.add(keyOf(i, j, k));
    let bits = scatter(seed + Math.imul(i, 0x27d4eb2d));
    bits = scatter(bits + Math.imul(j, 0x165667b1));
    bits = scatter(bits + Math.imul(k, 0x9e3779b1));
    const place = (c: number, n: number) =>
      (c + 0.5 + jitter * (2 * partOf(bits, n) - 1)) * pitchMm;
    const at = phantomPoint(place(i, 0), place(j, 1), place(k, 2));
    const [x, y, z] = piece.onSlide(at);
    if (z * z > deepest * deepest * pitchUm * pitchUm) return;
    const island = islands(at[0] / islandMm, at[1] / islandMm, at[2] / islandMm);
    const isFat = clamp(0.5 + 0.75 * island, 0.02, 0.98) > fibrousAt(at) && mayBeFat(x, y);
    cells.push({ x, y, z, isFat });
  };
  // Every cell that may be cut has its middle within two cells of one of these places.
  for (let y = field.top; y < field.bottom + pitchUm; y += pitchUm) {
    for (let x = field.left; x < field.right + pitchUm; x += pitchUm) {
      const [i, j, k] = piece.toBreast(slidePoint(x, y)).map((c) => Math.floor(c / pitchMm)) as [
        number,
        number,
        number,
      ];
      for (let n = 0; n < 125; n++)
        add(i + (n % 5) - 2, j + (Math.floor(n / 5) % 5) - 2, k + Math.floor(n / 25) - 2);
    }
  }
  return cells;
}

function insideFat(near: readonly FatCell[], x: number, y: number): number {
  const square = (c: FatCell) => (c.x - x) * (c.x - x) + (c.y - y) * (c.y - y) + c.z * c.z;
  let own: FatCell | undefined;
  let least = Infinity;
  for (const cell of near) {
    const d = square(cell);
    if (d < least) {
      own = cell;
      least = d;
    }
  }
  if (!own) return -roundUm;
  // The walls to all neighbours, the nearest two drawn together where they meet; out of the fat, those
  // to the fat cells.
  let nearest = Infinity;
  let second = Infinity;
  for (const cell of near) {
    if (cell === own || !(own.isFat || cell.isFat)) continue;
    const [dx, dy, dz] = [cell.x - own.x, cell.y - own.y, cell.z - own.z];
    const wall = (square(cell) - least) / (2 * Math.sqrt(dx * dx + dy * dy + dz * dz));
    if (wall < nearest) {
      second = nearest;
      nearest = wall;
    } else if (wall < second) second = wall;
  }
  if (!own.isFat) return -Math.min(nearest, roundUm);
  const gap = Math.max(0, 1 - (second - nearest) / (2 * roundUm));
  return nearest - (roundUm / 2) * gap * gap;
}
