import { clamp, openDraw, openNoise, phantomPoint } from '../../phantom/index.ts';
import { type Field, widened } from '../frame.ts';
import { cellsNear, hashOf } from '../section/lattice.ts';
import type { Piece } from '../section/piece.ts';
import type { Section } from '../section/section.ts';
import { partOf } from './placing.ts';

/** Distance of neighbouring fat cells in the breast: they are 50 to 100 µm wide. */
const pitchMm = 0.092;
const pitchUm = 1000 * pitchMm;
const jitter = 0.37;
/** By so much, in micrometres, a cell is fuller or slacker than its neighbours: its walls bulge to the slack ones. */
const fullUm = 18;
/** How wide the corners of fat cells are rounded; farther outside of one nobody is told how far. */
export const roundUm = 10;
/** Size of the islands in which fat and fibres alternate where the tissue holds both. */
const islandMm = 0.4;

/** Beyond this depth, in pitches, a cell does not reach the plane. */
const deepest = 1.25;

/**
 * Opens the fat cells of a piece about a field: the cells of a Voronoi diagram in the breast, cut by
 * the plane, weighted so that full ones press upon slack ones and walls are curved; each of them is fat or
 * not as the tissue is at its own middle. Returns how far a place lies within a fat cell, its rounded corners taken off; below 0 where there is no fat.
 */
export function openAdipocytes(
  section: Section,
  piece: Piece,
  field: Field,
  mayBeFat: (xUm: number, yUm: number) => boolean,
): (xUm: number, yUm: number) => number {
  const near = openBins(field, cellsAbout(section, piece, widened(field, 2 * pitchUm), mayBeFat));
  return (x, y) => {
    const cells = near(x, y);
    return cells ? insideFat(cells, x, y) : -roundUm;
  };
}

/** A cell as numbers: its middle, 1 where it is fat, and how full it is in micrometres. */
const numbersPerCell = 5;

/**
 * Bins of one pitch over a field: the cells of a place's bin and of the eight around it, which hold
 * whatever is nearest to it. Null where none of them is fat, and beyond the field.
 */
function openBins(
  { left, top, right, bottom }: Field,
  cells: Float64Array,
): (xUm: number, yUm: number) => Float64Array | null {
  const [firstColumn, firstRow] = [Math.floor(left / pitchUm), Math.floor(top / pitchUm)];
  const columns = Math.floor(right / pitchUm) - firstColumn + 1;
  const rows = Math.floor(bottom / pitchUm) - firstRow + 1;
  const lists = Array.from({ length: columns * rows }, (): number[] => []);
  for (let at = 0; at < cells.length; at += numbersPerCell) {
    const column = Math.floor((cells[at] as number) / pitchUm) - firstColumn;
    const row = Math.floor((cells[at + 1] as number) / pitchUm) - firstRow;
    for (let j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++)
      for (let i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++)
        lists[j * columns + i]?.push(at);
  }
  const bins = lists.map((list) => {
    if (!list.some((at) => (cells[at + isFat] as number) > 0)) return null;
    const near = new Float64Array(numbersPerCell * list.length);
    list.forEach((at, n) => {
      for (let k = 0; k < numbersPerCell; k++)
        near[n * numbersPerCell + k] = cells[at + k] as number;
    });
    return near;
  });
  return (x, y) => {
    const column = Math.floor(x / pitchUm) - firstColumn;
    const row = Math.floor(y / pitchUm) - firstRow;
    if (column < 0 || column >= columns || row < 0 || row >= rows) return null;
    return bins[row * columns + column] as Float64Array | null;
  };
}

const [isFat, isFull] = [3, 4];

/** The cells whose middles lie about a field, so near to the plane that it may cut them. */
function cellsAbout(
  section: Section,
  piece: Piece,
  field: Field,
  mayBeFat: (xUm: number, yUm: number) => boolean,
): Float64Array {
  const { phantom, fibrousAt } = section.specimen;
  const draw = openDraw(phantom.plan.seed, 'adipocytes');
  const seed = draw.seed();
  const islands = openNoise(draw.seed());
  const numbers: number[] = [];
  for (const cell of cellsNear(piece, field, pitchMm, deepest * pitchMm)) {
    const bits = hashOf(seed, cell);
    // Each row is offset against the next: a cell of a cubic lattice has too many right angles.
    const place = (n: 0 | 1 | 2) => {
      const aside = 0.25 + 0.5 * (cell[((n + 1) % 3) as 0 | 1 | 2] & 1);
      return (cell[n] + aside + jitter * (2 * partOf(bits, n) - 1)) * pitchMm;
    };
    const at = phantomPoint(place(0), place(1), place(2));
    const [x, y, z] = piece.onSlide(at);
    if (z * z > deepest * deepest * pitchUm * pitchUm) continue;
    const island = islands(at[0] / islandMm, at[1] / islandMm, at[2] / islandMm);
    const fat = clamp(0.5 + 0.75 * island, 0.02, 0.98) > fibrousAt(at) && mayBeFat(x, y);
    numbers.push(x, y, z, fat ? 1 : 0, fullUm * (2 * partOf(bits, 4) - 1));
  }
  return Float64Array.from(numbers);
}

/** How far the cells at hand are, and how far their walls would be: filled anew for each place. */
const ways = new Float64Array(512);

function insideFat(near: Float64Array, x: number, y: number): number {
  let own = 0;
  let least = Infinity;
  let ownWay = 0;
  for (let at = 0, n = 0; at < near.length; at += numbersPerCell, n++) {
    const dx = (near[at] as number) - x;
    const dy = (near[at + 1] as number) - y;
    const z = near[at + 2] as number;
    const way = Math.sqrt(dx * dx + dy * dy + z * z);
    const away = way - (near[at + isFull] as number);
    ways[n] = way;
    if (away < least) {
      own = at;
      ownWay = way;
      least = away;
    }
  }
  const ownX = (near[own] as number) - x;
  const ownY = (near[own + 1] as number) - y;
  const ownZ = near[own + 2] as number;
  const inFat = near[own + isFat] === 1;
  // The walls to all neighbours, the nearest two drawn together where they meet; out of the fat, those
  // to the fat cells.
  let nearest = Infinity;
  let second = Infinity;
  for (let at = 0, n = 0; at < near.length; at += numbersPerCell, n++) {
    if (at === own || !(inFat || near[at + isFat] === 1)) continue;
    const way = ways[n] as number;
    const apart = way - (near[at + isFull] as number) - least;
    // A wall is no nearer than half of that: most are farther than two that are known.
    if (apart >= 2 * second) continue;
    const dx = (near[at] as number) - x;
    const dy = (near[at + 1] as number) - y;
    const z = near[at + 2] as number;
    const cosine = (ownX * dx + ownY * dy + ownZ * z) / (ownWay * way + 1e-9);
    const wall = apart / Math.max(leastSlope, Math.sqrt(Math.max(0, 2 - 2 * cosine)));
    if (wall < nearest) {
      second = nearest;
      nearest = wall;
    } else if (wall < second) second = wall;
  }
  if (!inFat) return -Math.min(nearest, roundUm);
  const gap = Math.max(0, 1 - (second - nearest) / (2 * roundUm));
  return nearest - (roundUm / 2) * gap * gap;
}

/** Between two cells that lie one behind the other a wall is no farther than by this slope. */
const leastSlope = 0.5;
