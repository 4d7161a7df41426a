import type { CaseRecord } from '../atlas/case.ts';
import { findTerm, type ViewKindId } from '../lexicon/index.ts';

/**
 * Whether lengths in a view hold where the X-rays are caught, not where the tissue lies: so it is on
 * mammograms, whose tissue stands off the detector. What is drawn is drawn at its own size.
 */
export function isDetectorPlane(kind: ViewKindId, origin: CaseRecord['origin']['kind']): boolean {
  return origin !== 'drawn' && findTerm('view', kind).plane === 'mammographic';
}
