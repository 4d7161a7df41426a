import type { Noise } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import type { Lumen } from '../lesion/lining.ts';
import { blankGrid, fillGrid, type Grid, gridAt } from './grid.ts';

/** A frond is cut off where the noise is flatter than this, per pitch. */
const leastSlope = 0.7;

/**
 * Opens the fronds of a papillary growth: how far a place lies outside their cores, in micrometres.
 * Cores are where a noise in the breast is about 0: sheets that fork and end, and go on from level to
 * level.
 */
export function openFronds(
  { pitchMm, coreMm }: Extract<Lumen, { kind: 'fronds' }>,
  field: Field,
  smooth: (sizeMm: number, noise: Noise) => Grid,
  noise: Noise,
): (xUm: number, yUm: number) => number {
  const level = smooth(pitchMm, noise);
  const ends = smooth(2.7 * pitchMm, noise);
  const pitchUm = 1000 * pitchMm;
  const slopes = fillGrid(blankGrid(field, level.pitchUm), (x, y) => {
    const step = level.pitchUm;
    const dx = (gridAt(level, x + step, y) - gridAt(level, x - step, y)) / (2 * step);
    const dy = (gridAt(level, x, y + step) - gridAt(level, x, y - step)) / (2 * step);
    return Math.max(Math.sqrt(dx * dx + dy * dy), leastSlope / pitchUm);
  });
  // The middle of a core is a crease: it is looked up between nodes, where a lattice would flatten it.
  return (x, y) =>
    Math.abs(gridAt(level, x, y)) / gridAt(slopes, x, y) -
    1000 * coreMm * (0.4 + 2.4 * gridAt(ends, x, y));
}
