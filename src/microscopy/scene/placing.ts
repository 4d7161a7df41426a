import { scatter } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';

/** A place that was kept, and the bits that all else about it is drawn from. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly bits: number;
}

/** How often, for each spacing squared, a candidate is tried. */
const candidatesPerCell = 2;

/**
 * Places things at least `spacingUm` apart where they are allowed, without any order: in each round
 * those candidates are kept whose bits are higher than those of all open candidates within the
 * spacing, and what is too near to a kept one is dropped. A place hangs on what is within 2 n − 1
 * spacings of it for n rounds, so two fields that overlap by more agree on what they share.
 */
export function placesIn(
  field: Field,
  seed: number,
  spacingUm: number,
  rounds: number,
  allowed: (xUm: number, yUm: number, bits: number) => boolean,
): Place[] {
  const firstI = Math.floor(field.left / spacingUm);
  const firstJ = Math.floor(field.top / spacingUm);
  const columns = Math.floor(field.right / spacingUm) - firstI + 1;
  const rows = Math.floor(field.bottom / spacingUm) - firstJ + 1;
  // Candidates of each cell of the lattice, those of the n-th cell from `starts[n]` on.
  const starts = new Int32Array(columns * rows + 1);
  const places: Place[] = [];
  const cellOf: number[] = [];
  for (let at = 0; at < columns * rows; at++) {
    starts[at] = places.length;
    const [i, j] = [firstI + (at % columns), firstJ + Math.floor(at / columns)];
    const cell = scatter(scatter(seed + Math.imul(i, 0x27d4eb2d)) + Math.imul(j, 0x165667b1));
    for (let n = 0; n < candidatesPerCell; n++) {
      const a = scatter(cell + 3 * n);
      const b = scatter(cell + 3 * n + 1);
      const x = (i + a / 4294967296) * spacingUm;
      const y = (j + b / 4294967296) * spacingUm;
      const bits = scatter(a ^ b);
      if (!allowed(x, y, bits)) continue;
      places.push({ x, y, bits });
      cellOf.push(at);
    }
  }
  starts[columns * rows] = places.length;
  const states = new Uint8Array(places.length);
  const square = spacingUm * spacingUm;
  /** Whether a candidate has one in such a state within the spacing; a higher one, where that is asked. */
  const hasNear = (self: number, state: number, higher: boolean): boolean => {
    const { x, y, bits } = places[self] as Place;
    const at = cellOf[self] as number;
    const [i, j] = [at % columns, Math.floor(at / columns)];
    for (let row = Math.max(0, j - 1); row <= Math.min(rows - 1, j + 1); row++) {
      const from = starts[row * columns + Math.max(0, i - 1)] as number;
      const until = starts[row * columns + Math.min(columns - 1, i + 1) + 1] as number;
      for (let other = from; other < until; other++) {
        if (other === self || states[other] !== state) continue;
        const { x: otherX, y: otherY, bits: otherBits } = places[other] as Place;
        const [dx, dy] = [otherX - x, otherY - y];
        if (dx * dx + dy * dy < square && (!higher || otherBits > bits)) return true;
      }
    }
    return false;
  };
  for (let round = 0; round < rounds; round++) {
    const open = places.flatMap((_, n) => (states[n] === isOpen ? [n] : []));
    const kept = open.filter((n) => !hasNear(n, isOpen, true));
    for (const n of kept) states[n] = isKept;
    for (const n of open)
      if (states[n] === isOpen && hasNear(n, isKept, false)) states[n] = isDropped;
  }
  return places.filter((_, n) => states[n] === isKept);
}

const [isOpen, isKept, isDropped] = [0, 1, 2];

/** The n-th number from 0 to 1 that hangs on bits. */
export const partOf = (bits: number, n: number): number =>
  scatter(bits + Math.imul(n + 1, 0x9e3779b1)) / 4294967296;
