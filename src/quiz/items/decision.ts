import { percentOf, type Score } from '../scoring/score.ts';

/** One step of a decision as the learner sees it. */
export interface Situation {
  readonly situation: string;
  readonly choices: readonly string[];
}

/** A decision in steps; only the first is known before one has chosen. */
export interface AskedDecision {
  readonly kind: 'decision';
  readonly first: Situation;
}

interface Outcome {
  readonly credit: number;
  readonly consequence: string;
  /** Index of the step that follows; absent where it ends. */
  readonly next?: number | undefined;
}

/** All steps, with what each choice earns and leads to. */
export interface DecisionKey {
  readonly steps: readonly (Situation & { readonly outcomes: readonly Outcome[] })[];
}

/** The choices made so far, one a step. */
export type DecisionAnswer = readonly number[];

/** One step that was taken: what was known, what was chosen, and what came of it. */
export interface Taken extends Situation {
  readonly chosen: number;
  readonly outcome: Outcome;
}

/** The way that the choices made lead: the steps taken, and the one that waits, if there is one. */
export function wayOf(
  { steps }: DecisionKey,
  answer: DecisionAnswer,
): { taken: readonly Taken[]; waiting: Situation | undefined } {
  const taken: Taken[] = [];
  let step = steps[0];
  for (const chosen of answer) {
    const outcome = step?.outcomes[chosen];
    if (!step || !outcome) break;
    taken.push({ situation: step.situation, choices: step.choices, chosen, outcome });
    step = outcome.next === undefined ? undefined : steps[outcome.next];
  }
  return { taken, waiting: step };
}

/** Scores a decision: the mean over the steps that were taken; says where credit was lost first. */
export function scoreDecision(
  _asked: AskedDecision,
  key: DecisionKey,
  answer: DecisionAnswer,
): Score {
  const { taken } = wayOf(key, answer);
  if (taken.length === 0) return { credit: 0, reason: 'Nothing was decided.' };
  const credit = taken.reduce((sum, { outcome }) => sum + outcome.credit, 0) / taken.length;
  const lost = taken.findIndex(({ outcome }) => outcome.credit < 1);
  if (lost < 0)
    return {
      credit: 1,
      reason: `Right: ${taken.length === 1 ? 'the step was' : `all ${taken.length} steps were`} the right one.`,
    };
  return {
    credit,
    reason: `${credit > 0 ? 'Partly right' : 'Not right'} (${percentOf(credit)}): credit was lost at step ${lost + 1}, “${taken[lost]?.choices[taken[lost]?.chosen ?? 0]}”.`,
  };
}
