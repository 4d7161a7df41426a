/** Shapes that are taken for one another, and the views in which they can be set side by side. Pure. */
import {
  findTerm,
  likenessOfMorphologies,
  type MorphologyId,
  morphologyIds,
  type Statement,
} from '../lexicon/index.ts';
import { type CaseRecord, viewId } from './case.ts';

/** A view of a case. */
export interface ViewOfCase {
  readonly case: string;
  readonly view: string;
}

/** Two shapes, and why they are confused where a source says so. */
export interface LookAlikes {
  readonly of: readonly [MorphologyId, MorphologyId];
  readonly reason: Statement | undefined;
}

/** The pairs that a drill begins with. */
const drill: readonly LookAlikes['of'][] = [
  ['amorphous', 'coarse-heterogeneous'],
  ['large-rod-like', 'fine-linear'],
  ['vascular', 'fine-linear'],
];

/** All pairs of look-alikes: those of the drill, then all others that the lexicon knows. */
export const lookAlikePairs: readonly LookAlikes[] = [
  ...drill,
  ...morphologyIds.flatMap((a, at) =>
    morphologyIds
      .slice(at + 1)
      .filter((b) => likenessOfMorphologies(a, b).credit > 0)
      .map((b): LookAlikes['of'] => [a, b])
      .filter((pair) => !drill.some((known) => pair.every((id) => known.includes(id)))),
  ),
].map((of) => ({ of, reason: likenessOfMorphologies(...of).basis }));

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
