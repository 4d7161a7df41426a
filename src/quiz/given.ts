import type { Answer, Told } from './item.ts';
import type { Attempt } from './progress/attempt.ts';
import type { Certainty } from './scoring/certainty.ts';

/** An answer that a learner has given, and how sure he was. */
export interface Given {
  readonly answer: Answer;
  readonly certainty: Certainty | undefined;
}

/** What was said of a picture in terms of the lexicon, for the log; nothing for any other item. */
export function termSaid(term: Told['term'], answer: Answer): Pick<Attempt, 'term'> {
  const said = typeof answer === 'string' ? undefined : term?.options[answer[0] ?? -1];
  return term && said !== undefined
    ? { term: { asks: term.asks, truth: term.truth, answer: said } }
    : {};
}
