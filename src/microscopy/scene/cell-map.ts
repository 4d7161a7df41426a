import { isSmudged, type Nucleus } from './nucleus.ts';
import { partOf } from './placing.ts';

/** The cell that a place lies in: the bits of its nucleus, and how far off its border is. */
export interface CellPlace {
  bits: number;
  /** Half the difference of the ways to the nearest two nuclei: 0 on the border between two cells. */
  borderUm: number;
  isDead: boolean;
  /** Whether it has shrunk and is dark, as its nucleus is. */
  isDark: boolean;
}

/** Which cell of a lining holds a place: the one whose nucleus is nearest. */
export type CellMap = (xUm: number, yUm: number, place: CellPlace) => void;

/** Farther than this a place belongs to no nucleus: it is as far as all are known. */
const binUm = 12;
const numbersPerCell = 7;
const [dead, dark] = [1, 2];
/** A nucleus lies off the middle of its cell by up to so much each way, if its kind says nothing. */
const usualOffUm = 1.3;

/**
 * Opens the map of the cells of linings. The way to a nucleus is shorter along its length, so that
 * upright nuclei have upright cells.
 */
export function openCellMap(nuclei: readonly Nucleus[]): CellMap {
  const cells = nuclei.filter(({ kind }) => kind.hasCell);
  const bins = new Map<number, number[]>();
  const numbers = new Float64Array(cells.length * numbersPerCell);
  cells.forEach((nucleus, n) => {
    const { kind, x: nucleusX, y: nucleusY, cos, sin, long, wide, bits } = nucleus;
    const offUm = kind.offUm ?? usualOffUm;
    const x = nucleusX + offUm * (2 * partOf(bits, 61) - 1);
    const y = nucleusY + offUm * (2 * partOf(bits, 62) - 1);
    const drawn = Math.max(0.5, wide / long);
    const state = kind.isDead ? dead : isSmudged(nucleus) ? dark : 0;
    numbers.set([x, y, cos, sin, drawn, bits, state], n * numbersPerCell);
    const key = keyOf(Math.floor(x / binUm), Math.floor(y / binUm));
    const bin = bins.get(key);
    if (bin) bin.push(n * numbersPerCell);
    else bins.set(key, [n * numbersPerCell]);
  });
  const around = new Map<number, Int32Array>();
  // The next place that is looked at mostly lies in the same bin as the last one.
  let lastKey = NaN;
  let last: Int32Array = new Int32Array(0);
  const near = (i: number, j: number): Int32Array => {
    const key = keyOf(i, j);
    if (key === lastKey) return last;
    let found = around.get(key);
    if (!found) {
      const all: number[] = [];
      for (let n = 0; n < 9; n++)
        all.push(...(bins.get(keyOf(i + (n % 3) - 1, j + Math.floor(n / 3) - 1)) ?? []));
      found = Int32Array.from(all);
      around.set(key, found);
    }
    lastKey = key;
    last = found;
    return found;
  };
  return (x, y, place) => {
    const list = near(Math.floor(x / binUm), Math.floor(y / binUm));
    let nearest = binUm * binUm;
    let second = nearest;
    let own = -1;
    for (let n = 0; n < list.length; n++) {
      const at = list[n] as number;
      const dx = x - (numbers[at] as number);
      const dy = y - (numbers[at + 1] as number);
      const cos = numbers[at + 2] as number;
      const sin = numbers[at + 3] as number;
      const p = (dx * cos + dy * sin) * (numbers[at + 4] as number);
      const q = dy * cos - dx * sin;
      const square = p * p + q * q;
      if (square < nearest) {
        second = nearest;
        nearest = square;
        own = at;
      } else if (square < second) second = square;
    }
    place.bits = own < 0 ? 0 : (numbers[own + 5] as number);
    place.isDead = own >= 0 && numbers[own + 6] === dead;
    place.isDark = own >= 0 && numbers[own + 6] === dark;
    place.borderUm = own < 0 ? binUm : (Math.sqrt(second) - Math.sqrt(nearest)) / 2;
  };
}

const keyOf = (i: number, j: number) => (i + 32768) * 65536 + j + 32768;
