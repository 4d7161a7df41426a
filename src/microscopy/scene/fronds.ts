import type { Noise } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import type { Lumen } from '../lesion/lining.ts';
import { blankGrid, fillGrid, type Grid, gridAt } from './grid.ts';

/** A sheet is cut off where the noise is flatter than this, per pitch. */
const leastSlope = 0.7;

/** Where this noise is lower a core has ended, in a tip that is half as thick as such a part of it. */
const [endLevel, tipPart] = [-0.2, 0.34];

type OfSize = (sizeMm: number, noise: Noise) => Grid;
type Distance = (xUm: number, yUm: number) => number;

/**
 * Opens the fronds of a papillary growth: how far a place lies outside their cores, in micrometres.
 * Cores are sheets that fork and end round; most are thin, and some broad.
 */
export function openFronds(
  { pitchMm, coreMm }: Extract<Lumen, { kind: 'fronds' }>,
  field: Field,
  smooth: OfSize,
  noise: Noise,
): Distance {
  const offSheet = openSheets(pitchMm, field, smooth, noise);
  const endsMm = 2.7 * pitchMm;
  const ends = smooth(endsMm, noise);
  const slopes = slopesOf(ends, endsMm, field);
  return (x, y) => {
    const level = gridAt(ends, x, y) - endLevel;
    const half = 1000 * coreMm * (tipPart + 1.7 * Math.max(0, level));
    const off = offSheet(x, y);
    const beyond = half - level / gridAt(slopes, x, y);
    return (beyond > 0 ? Math.sqrt(off * off + beyond * beyond) : off) - half;
  };
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
  const slopes = slopesOf(level, pitchMm, field);
  // The middle of a sheet is a crease: it is looked up between nodes, where a lattice would flatten it.
  return (x, y) => Math.abs(gridAt(level, x, y)) / gridAt(slopes, x, y);
}

/** How steep a noise of a size is at the nodes of its own lattice, per micrometre. */
const slopesOf = (level: Grid, sizeMm: number, field: Field): Grid =>
  fillGrid(blankGrid(field, level.pitchUm), (x, y) => {
    const step = level.pitchUm;
    const dx = (gridAt(level, x + step, y) - gridAt(level, x - step, y)) / (2 * step);
    const dy = (gridAt(level, x, y + step) - gridAt(level, x, y - step)) / (2 * step);
    return Math.max(Math.sqrt(dx * dx + dy * dy), leastSlope / (1000 * sizeMm));
  });
