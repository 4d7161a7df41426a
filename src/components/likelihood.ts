import { assessments } from '../lexicon/index.ts';

/** The likelihoods in per cent at which categories 4A, 4B, 4C and 5 begin. */
export const borders: readonly number[] = assessments
  .filter(({ id }) => ['4a', '4b', '4c', '5'].includes(id))
  .map(({ likelihoodPercent }) => likelihoodPercent?.min ?? 0);
