import type { Breast } from './breast.ts';
import { type Compression, openCompression } from './compression.ts';
import type { Phantom } from './phantom.ts';
import { type CompressedViewId, openPatient, positionFor } from './position.ts';

/** Positions the phantom for a view, always in the same way, and presses it. */
export const openView = ({ plan, anatomy }: Phantom, view: CompressedViewId): Compression =>
  openViewOf(anatomy.breast, plan.seed, view);

/** Does so before there is a lesion: the seed is that of the patient. */
export const openViewOf = (breast: Breast, seed: number, view: CompressedViewId): Compression =>
  openCompression(breast, positionFor(view, breast, openPatient(seed)));

/** The views, from above to the side, in each of which a line has to be seen as one. */
export const lineViewIds = ['cc', 'mlo', 'ml'] as const satisfies readonly CompressedViewId[];
