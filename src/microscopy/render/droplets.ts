import { scatter } from '../../phantom/index.ts';
import { partOf } from '../scene/placing.ts';

/** Drops stand on a lattice of this pitch, off the middle of its cells by less than so much of it. */
const pitchUm = 12;
const jitter = 0.42;
const widestUm = 7.5;

/** The nine drops about the cell of the lattice that was asked about last: middle and radius. */
const drops = new Float64Array(27);
let [ofColumn, ofRow] = [NaN, NaN];

function look(column: number, row: number): void {
  if (column === ofColumn && row === ofRow) return;
  [ofColumn, ofRow] = [column, row];
  for (let n = 0; n < 9; n++) {
    const [i, j] = [column + (n % 3) - 1, row + Math.floor(n / 3) - 1];
    const bits = scatter(scatter(Math.imul(i, 0x27d4eb2d)) + Math.imul(j, 0x165667b1));
    const off = (part: number) => 0.5 + jitter * (2 * partOf(bits, part) - 1);
    // Rows are offset against each other.
    drops[3 * n] = (i + 0.5 * (j & 1) - 0.25 + off(2)) * pitchUm;
    drops[3 * n + 1] = (j + off(3)) * pitchUm;
    drops[3 * n + 2] = widestUm * partOf(bits, 1) * (0.35 + 0.65 * partOf(bits, 4));
  }
}

/** How far a place is from the nearest of the round drops that are strewn over the slide; negative within one. */
export function beyondDropletUm(x: number, y: number): number {
  look(Math.floor(x / pitchUm), Math.floor(y / pitchUm));
  let least = Infinity;
  for (let n = 0; n < 27; n += 3) {
    const dx = x - (drops[n] as number);
    const dy = y - (drops[n + 1] as number);
    least = Math.min(least, Math.sqrt(dx * dx + dy * dy) - (drops[n + 2] as number));
  }
  return least;
}
