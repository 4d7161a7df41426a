import type { CoarseGrid } from './coarse-grid.ts';

/** How long a view is exposed: until the detector has got its due, or a fixed time. */
export interface Exposure {
  /** Quanta per mm² that arrive at the detector where it is measured. */
  readonly quantaPerMm2: number;
  /** Behind the object, as automatic exposure control does, or beside it. */
  readonly measured: 'behind the object' | 'in air';
}

/** How much of the greatest thickness a cell must have for the control to look at it. */
const thickFrom = 0.8;

/**
 * Transmission that the automatic exposure control sees: the mean behind the object where it has
 * nearly its full thickness. Cells of the two grids agree; `thickness` is in millimetres. It is 1
 * where there is no object.
 */
export function controlledTransmission(thickness: CoarseGrid, transmission: CoarseGrid): number {
  let greatest = 0;
  for (const mm of thickness.values) greatest = Math.max(greatest, mm);
  if (greatest === 0) return 1;
  let sum = 0;
  let count = 0;
  thickness.values.forEach((mm, i) => {
    if (mm < thickFrom * greatest) return;
    sum += transmission.values[i] as number;
    count++;
  });
  return sum / count;
}

/** Quanta per mm² of the detector that must arrive where nothing is in the way. */
export const openFieldQuantaPerMm2 = (exposure: Exposure, transmission: number): number =>
  exposure.measured === 'in air' ? exposure.quantaPerMm2 : exposure.quantaPerMm2 / transmission;
