import { scatter } from '../../phantom/index.ts';
import { partOf } from '../scene/placing.ts';

/** One of the things that are strewn over the slide: the way from its middle, in micrometres, and its bits. */
export interface Strewn {
  dx: number;
  dy: number;
  bits: number;
}

/**
 * Tells of each thing strewn on a lattice near a place, up to nine: one in each cell, off its middle by up
 * to so much of the pitch. Rows are offset against each other, as in a bundle. It ends with the first of
 * which `found` says that the place is its own.
 */
export function eachStrewn(
  x: number,
  y: number,
  pitchUm: number,
  jitter: number,
  found: (one: Strewn) => boolean,
): void {
  const [i, j] = [Math.floor(x / pitchUm), Math.floor(y / pitchUm)];
  for (let n = 0; n < 9; n++) {
    const [column, row] = [i + (n % 3) - 1, j + Math.floor(n / 3) - 1];
    const bits = scatter(scatter(Math.imul(column, 0x27d4eb2d)) + Math.imul(row, 0x165667b1));
    const off = (part: number) => 0.5 + jitter * (2 * partOf(bits, part) - 1);
    one.dx = x - (column + 0.5 * (row & 1) - 0.25 + off(2)) * pitchUm;
    one.dy = y - (row + off(3)) * pitchUm;
    one.bits = bits;
    if (found(one)) return;
  }
}

const one: Strewn = { dx: 0, dy: 0, bits: 0 };
