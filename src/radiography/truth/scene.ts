import type { Compression, Phantom } from '../../phantom/index.ts';
import type { Shadow } from '../projection/shadow.ts';
import type { Frame } from '../raster.ts';
import type { RadiographId } from '../views.ts';
import type { SpeckTruth, ViewTruth } from './view-truth.ts';

/** What the rules look at: one view, not yet taken. */
export interface Scene {
  readonly phantom: Phantom;
  readonly view: RadiographId;
  readonly compression: Compression;
  readonly frame: Frame;
  readonly shadows: readonly Shadow[];
  readonly truth: ViewTruth;
  /** The specks in the field that are what the recipe calls them, the look-alikes left out. */
  readonly named: readonly SpeckTruth[];
}

/** The middle one of some values by size; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
