/** The views in which shapes that are taken for one another can be set side by side. Pure. */
import { findTerm, type MorphologyId } from '../lexicon/index.ts';
import { type CaseRecord, viewId } from './case.ts';

/** A view of a case. */
export interface ViewOfCase {
  readonly case: string;
  readonly view: string;
}

/**
 * For each shape the mammographic view that shows it best: magnified, of a patient rather than drawn,
 * nothing else than it, and of the case that shows it in most views.
 */
export function exampleViews(
  entries: readonly { readonly id: string; readonly data: CaseRecord }[],
): ReadonlyMap<MorphologyId, ViewOfCase> {
  const best = new Map<MorphologyId, ViewOfCase & { worth: number }>();
  for (const { id, data } of entries)
    for (const entry of data.views) {
      const view = viewId(entry);
      const seen = data.findings.filter((finding) => finding.views.includes(view));
      const shapes = new Set(seen.flatMap(({ morphology }) => morphology ?? []));
      const [shape] = shapes;
      if (!shape || shapes.size > 1 || findTerm('view', entry.kind).plane !== 'mammographic')
        continue;
      const often = data.findings.filter(({ morphology }) => morphology === shape);
      const worth =
        (entry.kind.startsWith('magnification') ? 200 : 0) +
        (data.origin.kind === 'drawn' ? 0 : 100) +
        often.flatMap(({ views }) => views).length;
      if (worth > (best.get(shape)?.worth ?? -1)) best.set(shape, { case: id, view, worth });
    }
  return best;
}
