import { percentOf, type Score } from '../scoring/score.ts';

/** Entries to bring into an order, as they are shown at first. */
export interface AskedOrder {
  readonly kind: 'ordering';
  readonly from: string;
  readonly to: string;
  readonly entries: readonly string[];
}

/** The rank of each entry as shown, from 0, and why it has it; entries on a level share a rank. */
export interface OrderKey {
  readonly ranks: readonly number[];
  readonly why: readonly string[];
}

/** The entries, by index as shown, in the order that the learner gave them. */
export type OrderAnswer = readonly number[];

/** The answer after the entry at `place` moved by `steps`; an entry at an end stays there. */
export function moved(answer: OrderAnswer, place: number, steps: -1 | 1): OrderAnswer {
  const other = place + steps;
  if (other < 0 || other >= answer.length) return answer;
  const swapped = [...answer];
  [swapped[place], swapped[other]] = [answer[other] ?? 0, answer[place] ?? 0];
  return swapped;
}

/**
 * Scores an order by Kendall's tau-a over the pairs that have an order: 1 for the right one, 0 for as
 * many pairs right as wrong, which is what chance gives, and nothing below.
 */
export function scoreOrder(_asked: AskedOrder, { ranks }: OrderKey, answer: OrderAnswer): Score {
  let right = 0;
  let wrong = 0;
  answer.forEach((entry, place) => {
    for (const later of answer.slice(place + 1)) {
      const step = (ranks[later] ?? 0) - (ranks[entry] ?? 0);
      if (step > 0) right += 1;
      if (step < 0) wrong += 1;
    }
  });
  const credit = Math.max(0, (right - wrong) / (right + wrong));
  if (wrong === 0) return { credit: 1, reason: 'Right: the order is right.' };
  return {
    credit,
    reason: `${credit > 0 ? 'Partly right' : 'Not right'}: ${right} of ${right + wrong} pairs stand in the right order; as chance gives half of them, it earns ${percentOf(credit)}.`,
  };
}
