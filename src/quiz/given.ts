import type { Answer, Asked, Key, Told } from './item.ts';
import { type ReadingAnswer, type ReadingKey, recordOf } from './items/reading.ts';
import type { Attempt } from './progress/attempt.ts';
import type { Certainty } from './scoring/certainty.ts';

/** An answer that a learner has given, and how sure he was. */
export interface Given {
  readonly answer: Answer;
  readonly certainty: Certainty | undefined;
  /** What it earned. */
  readonly credit: number;
}

/** What was said of a picture in terms of the lexicon, for the log; nothing for any other item. */
export function termSaid(term: Told['term'], answer: Answer): Pick<Attempt, 'term'> {
  const option = Array.isArray(answer) ? answer[0] : optionOf(answer);
  const said = term?.options[option ?? -1];
  return term && said !== undefined
    ? { term: { asks: term.asks, truth: term.truth, answer: said } }
    : {};
}

const optionOf = (answer: Answer) =>
  typeof answer === 'object' && 'option' in answer ? (answer.option ?? undefined) : undefined;

/** What a reading said, for the measures of a reader; nothing for any other item. */
export const readingSaid = (asked: Asked, key: Key, answer: Answer): Pick<Attempt, 'reading'> =>
  asked.kind === 'reading'
    ? { reading: recordOf(asked, key as Key & ReadingKey, answer as ReadingAnswer) }
    : {};
