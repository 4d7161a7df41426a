import type { Noise } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import type { Lumen } from '../lesion/lining.ts';
import { blankGrid, fillGrid, type Grid, gridAt } from './grid.ts';

/** A sheet is cut off where the noise is flatter than this, per pitch. */
const leastSlope = 0.7;

type OfSize = (sizeMm: number, noise: Noise) => Grid;
type Distance = (xUm: number, yUm: number) => number;

/**
 * Opens the fronds of a papillary growth: how far a place lies outside their cores, in micrometres.
 * Cores are sheets that fork and end; most are thin, and some broad.
 */
export function openFronds(
  { pitchMm, coreMm }: Extract<Lumen, { kind: 'fronds' }>,
  field: Field,
  smooth: OfSize,
  noise: Noise,
): Distance {
  const offSheet = openSheets(pitchMm, field, smooth, noise);
  const ends = smooth(2.7 * pitchMm, noise);
  return (x, y) => offSheet(x, y) - 1000 * coreMm * (0.4 + 2.4 * gridAt(ends, x, y));
}

/**
 * Opens the clefts of a fibroepithelial growth: how far a place lies within one, in micrometres. They
 * widen here and there, and end where they are pressed together.
 */
export function openClefts(
  { pitchMm, halfMm }: Extract<Lumen, { kind: 'clefts' }>,
  field: Field,
  smooth: OfSize,
  noise: Noise,
): Distance {
  const offSheet = openSheets(pitchMm, field, smooth, noise);
  const ends = smooth(0.8 * pitchMm, noise);
  return (x, y) => 1000 * halfMm * Math.min(1.6, 0.85 + 2.4 * gridAt(ends, x, y)) - offSheet(x, y);
}

/**
 * Sheets in the breast, where a noise of a size is about 0: how far a place lies off the middle of the
 * nearest one, in micrometres. They go on from level to level.
 */
function openSheets(pitchMm: number, field: Field, smooth: OfSize, noise: Noise): Distance {
  const level = smooth(pitchMm, noise);
  const slopes = fillGrid(blankGrid(field, level.pitchUm), (x, y) => {
    const step = level.pitchUm;
    const dx = (gridAt(level, x + step, y) - gridAt(level, x - step, y)) / (2 * step);
    const dy = (gridAt(level, x, y + step) - gridAt(level, x, y - step)) / (2 * step);
    return Math.max(Math.sqrt(dx * dx + dy * dy), leastSlope / (1000 * pitchMm));
  });
  // The middle of a sheet is a crease: it is looked up between nodes, where a lattice would flatten it.
  return (x, y) => Math.abs(gridAt(level, x, y)) / gridAt(slopes, x, y);
}
