import type { Score } from '../scoring/score.ts';

/** Two things that look alike, and the two words for them. */
export interface AskedPair {
  readonly kind: 'look-alike-pair';
  readonly words: readonly [string, string];
  readonly sides: readonly string[];
}

/** Which word each side is, 0 or 1, and the sign that tells it. */
export interface PairKey {
  readonly words: readonly number[];
  readonly why: readonly string[];
}

/** The word given to each side; undefined where none is yet. */
export type PairAnswer = readonly (number | undefined)[];

/** Scores a pair: half for each side. */
export function scorePair(asked: AskedPair, key: PairKey, answer: PairAnswer): Score {
  const right = key.words.filter((word, side) => answer[side] === word).length;
  const credit = right / key.words.length;
  if (credit === 1) return { credit, reason: 'Right: both are told apart.' };
  const truths = key.words
    .map((word, side) => `${sideName(side)} is ${asked.words[word]?.toLowerCase()}`)
    .join(', ');
  return { credit, reason: `${right === 1 ? 'One of two' : 'Not right'}: ${truths}.` };
}

/** How a side is named. */
export const sideName = (side: number) => (side === 0 ? 'the first' : 'the second');
