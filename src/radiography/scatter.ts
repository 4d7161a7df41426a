import { blurredGrid, type CoarseGrid } from './coarse-grid.ts';

/** How much scattered radiation reaches the detector, after the grid or across the air gap. */
export interface Scatter {
  /** Scattered over primary quanta behind an object of the reference thickness. */
  readonly toPrimary: number;
  readonly referenceMm: number;
  /** Standard deviation of how far scattered quanta stray, in the plane of the object. */
  readonly reachMm: number;
}

/** Scatter behind a breast with a grid: 0.12 of the primary at 50 mm, 0.1 to 0.2 in practice (assumed). */
export const scatterWithGrid: Scatter = { toPrimary: 0.12, referenceMm: 50, reachMm: 12 };

/** Scatter across the air gap of a magnification view, without a grid: 0.05 at 50 mm (assumed). */
export const scatterAcrossGap: Scatter = { toPrimary: 0.05, referenceMm: 50, reachMm: 25 };

/** Scatter from needle cores and paraffin blocks: 0.02 at 4 mm (assumed). */
export const scatterOfSpecimen: Scatter = { toPrimary: 0.02, referenceMm: 4, reachMm: 6 };

/** Scattered over primary quanta behind a thickness: taken as in proportion to it. */
export const shareOf = (scatter: Scatter, thicknessMm: number): number =>
  (scatter.toPrimary * thicknessMm) / scatter.referenceMm;

/**
 * The scattered part of the signal. Tissue scatters in proportion to its thickness and to the
 * quanta that cross it; air does not. `source` holds the mean of thickness (mm) times transmission
 * for each cell; the answer is in the same unit as transmission.
 */
export function scatteredFrom(source: CoarseGrid, scatter: Scatter, pitchUm: number): CoarseGrid {
  const perMm = shareOf(scatter, 1);
  const strayed = blurredGrid(source, (scatter.reachMm * 1000) / pitchUm);
  return { ...strayed, values: strayed.values.map((value) => Math.max(0, value * perMm)) };
}
