import { likenessOfMorphologies } from './likeness.ts';
import { type MorphologyId, morphologyIds } from './morphology.ts';
import type { Statement } from './term.ts';

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
