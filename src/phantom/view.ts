import { type Compression, openCompression } from './compression.ts';
import type { Phantom } from './phantom.ts';
import { type CompressedViewId, openPatient, positionFor } from './position.ts';

/** Positions the phantom for a view, always in the same way, and presses it. */
export function openView({ plan, anatomy }: Phantom, view: CompressedViewId): Compression {
  return openCompression(anatomy.breast, positionFor(view, anatomy.breast, openPatient(plan.seed)));
}
