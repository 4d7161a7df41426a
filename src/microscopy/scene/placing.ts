import { scatter } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';

/** A place that was kept, and the bits that all else about it is drawn from. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly bits: number;
}

interface Candidate extends Place {
  state: 'open' | 'kept' | 'dropped';
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
  const first = { i: Math.floor(field.left / spacingUm), j: Math.floor(field.top / spacingUm) };
  const columns = Math.floor(field.right / spacingUm) - first.i + 1;
  const rows = Math.floor(field.bottom / spacingUm) - first.j + 1;
  const cells: Candidate[][] = Array.from({ length: columns * rows }, (_, at) =>
    candidatesOf(
      first.i + (at % columns),
      first.j + Math.floor(at / columns),
      seed,
      spacingUm,
    ).filter(({ x, y, bits }) => allowed(x, y, bits)),
  );
  const near = (at: number, visit: (other: Candidate) => boolean, self: Candidate): boolean => {
    const [i, j] = [at % columns, Math.floor(at / columns)];
    for (let row = Math.max(0, j - 1); row <= Math.min(rows - 1, j + 1); row++) {
      for (let column = Math.max(0, i - 1); column <= Math.min(columns - 1, i + 1); column++) {
        for (const other of cells[row * columns + column] as Candidate[]) {
          const [dx, dy] = [other.x - self.x, other.y - self.y];
          if (other !== self && dx * dx + dy * dy < spacingUm * spacingUm && visit(other))
            return true;
        }
      }
    }
    return false;
  };
  const all = cells.flatMap((cell, at) => cell.map((self) => ({ self, at })));
  for (let round = 0; round < rounds; round++) {
    const open = all.filter(({ self }) => self.state === 'open');
    const higher = (self: Candidate) => (other: Candidate) =>
      other.state === 'open' && other.bits > self.bits;
    const kept = open.filter(({ self, at }) => !near(at, higher(self), self));
    for (const { self } of kept) self.state = 'kept';
    for (const { self, at } of open) {
      if (self.state === 'open' && near(at, ({ state }) => state === 'kept', self))
        self.state = 'dropped';
    }
  }
  return all.flatMap(({ self }) => (self.state === 'kept' ? [self] : []));
}

function candidatesOf(i: number, j: number, seed: number, spacingUm: number): Candidate[] {
  const cell = scatter(scatter(seed + Math.imul(i, 0x27d4eb2d)) + Math.imul(j, 0x165667b1));
  return Array.from({ length: candidatesPerCell }, (_, n) => {
    const a = scatter(cell + 3 * n);
    const b = scatter(cell + 3 * n + 1);
    return {
      x: (i + a / 4294967296) * spacingUm,
      y: (j + b / 4294967296) * spacingUm,
      bits: scatter(a ^ b),
      state: 'open',
    };
  });
}

/** The n-th number from 0 to 1 that hangs on bits. */
export const partOf = (bits: number, n: number): number =>
  scatter(bits + Math.imul(n + 1, 0x9e3779b1)) / 4294967296;
