import type { CaseRecord } from '../atlas/case.ts';
import { findTerm, type ViewKindId } from '../lexicon/index.ts';

/**
 * Whether lengths in a view hold where the X-rays are caught, not where the tissue lies: so it is on
 * mammograms, whose tissue stands off the detector. What is drawn is drawn at its own size, and a
 * simulated magnification view is measured in the plane of the lesion.
 */
export function isDetectorPlane(kind: ViewKindId, origin: CaseRecord['origin']['kind']): boolean {
  const isMagnified = kind === 'magnification-cc' || kind === 'magnification-ml';
  if (origin === 'drawn' || (origin === 'simulated' && isMagnified)) return false;
  return findTerm('view', kind).plane === 'mammographic';
}
