import { type Measure, minimum, type Silence, tooFew } from './measure.ts';
import { proportion } from './proportion.ts';

/** One decision on tissue: whether the reader took it, and whether the truth asked for it. */
export interface Decision {
  readonly biopsied: boolean;
  readonly needed: boolean;
}

/**
 * Sensitivity (of the cases that needed a biopsy, the share that got one) and specificity (of the
 * others, the share left alone), together or not at all: one without the other can be bought.
 */
export function sensitivityAndSpecificity(
  decisions: readonly Decision[],
): { sensitivity: Measure; specificity: Measure } | Silence {
  const needing = decisions.filter(({ needed }) => needed);
  const others = decisions.filter(({ needed }) => !needed);
  if (needing.length < minimum.ofEachKind)
    return tooFew('cases that need a biopsy', needing.length, minimum.ofEachKind);
  if (others.length < minimum.ofEachKind)
    return tooFew('cases that need none', others.length, minimum.ofEachKind);
  return {
    sensitivity: proportion(needing.filter(({ biopsied }) => biopsied).length, needing.length),
    specificity: proportion(others.filter(({ biopsied }) => !biopsied).length, others.length),
  };
}
