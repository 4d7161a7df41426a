import type { Statement } from '../../lexicon/index.ts';

const standings = { review: 'as the review says', 'awaiting-review': 'awaiting review' } as const;

/** A statement with how far it can be trusted, where it is less than verified. */
export const stated = ({ text, confidence }: Statement): string =>
  confidence === 'verified' ? text : `${text} (${standings[confidence]})`;
