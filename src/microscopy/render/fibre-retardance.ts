import { cosine, sine, smoothStep } from '../../phantom/index.ts';
import { retardationNm } from '../light/birefringence.ts';
import type { Loads } from '../light/loads.ts';
import { turnCosine, turnSine } from '../scene/fibre-course.ts';
import { type Grid, gridAt } from '../scene/grid.ts';
import type { Tissue } from '../scene/tissue.ts';
import type { Spot } from './stroma.ts';

/** Retardation of dense collagen in a section. */
const collagenNm = retardationNm('collagen', 4);

/** Adds the retardance of fibres: those of the field, and over them those that run round a duct. */
export function layFibres(
  tissue: Tissue,
  x: number,
  y: number,
  cover: number,
  spot: Pick<Spot, 'fibres' | 'turned' | 'crimp'>,
  retardance: NonNullable<Loads['retardance']>,
  at: number,
): void {
  const nm = collagenNm * spot.fibres * cover;
  const ring = tissue.grounds.find(({ stroma }) => stroma.concentric)?.within;
  const round = ring ? smoothStep(-14, 14, gridAt(ring, x, y)) : 0;
  if (ring && round > 0) layAlong(ring, x, y, nm * round, spot, retardance, at);
  if (round < 1) layAlong(tissue.across, x, y, nm * (1 - round), spot, retardance, at);
}

/** Cosine and sine of twice the angle at which fibres cross those of the field. */
const twiceTurned = [2 * turnCosine * turnCosine - 1, 2 * turnCosine * turnSine] as const;

/** Adds the retardance of fibres that lie along the lines of a field. */
function layAlong(
  lines: Grid,
  x: number,
  y: number,
  nm: number,
  { turned, crimp }: Pick<Spot, 'turned' | 'crimp'>,
  { parallelNm, diagonalNm }: NonNullable<Loads['retardance']>,
  at: number,
): void {
  const step = 6;
  const dx = gridAt(lines, x + step, y) - gridAt(lines, x - step, y);
  const dy = gridAt(lines, x, y + step) - gridAt(lines, x, y - step);
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  // The fibre runs at right angles to the slope: (−dy, dx), in double angles.
  const parallel = (nm * (dy * dy - dx * dx)) / square;
  const diagonal = (-nm * 2 * dx * dy) / square;
  const turnedCosine = 1 + turned * (twiceTurned[0] - 1);
  const turnedSine = turned * twiceTurned[1];
  const [waveCosine, waveSine] = [cosine(2 * crimp), sine(2 * crimp)];
  const c = turnedCosine * waveCosine - turnedSine * waveSine;
  const s = turnedSine * waveCosine + turnedCosine * waveSine;
  parallelNm[at] = (parallelNm[at] as number) + c * parallel + s * diagonal;
  diagonalNm[at] = (diagonalNm[at] as number) + c * diagonal - s * parallel;
}
