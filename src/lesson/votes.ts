/** Shows of hands: counts, shares, and what a session as a whole tells. Pure. */
import type { ChoiceKey } from '../quiz/items/choice.ts';

/** Hands for each option of a question. */
export type Hands = readonly number[];

/** The hands of a question in its rounds, of which `after` is that before the reveal. */
export interface Rounds {
  readonly before?: Hands;
  readonly after?: Hands;
}

export const noHands = (options: number): Hands => Array.from({ length: options }, () => 0);

/** One hand more, or fewer; never below none. */
export function withHand(hands: Hands, option: number, by: number): Hands {
  return hands.map((count, at) => (at === option ? withinRoom(count + by) : count));
}

/** A count as a person types it: a whole number of at most four digits. */
export const withinRoom = (count: number): number =>
  Number.isFinite(count) ? Math.min(Math.max(Math.round(count), 0), 9999) : 0;

export const total = (hands: Hands = []): number => hands.reduce((a, b) => a + b, 0);

/** The share of each option, 0 to 1; all 0 where nobody has raised a hand. */
export function shares(hands: Hands): number[] {
  const all = total(hands);
  return hands.map((count) => (all === 0 ? 0 : count / all));
}

/** The share of hands for right options; undefined without a hand. */
export function rightShare(hands: Hands | undefined, { credits }: ChoiceKey): number | undefined {
  if (!hands || total(hands) === 0) return undefined;
  return shares(hands).reduce((sum, share, at) => sum + (credits[at] === 1 ? share : 0), 0);
}

/** How a question went. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly options: readonly string[];
  /** Which options are right. */
  readonly right: readonly number[];
  readonly rounds: Rounds;
  /** Shares of right hands, 0 to 1. */
  readonly rightBefore?: number | undefined;
  readonly rightAfter?: number | undefined;
}

/** What the room as a whole did. */
export interface Summary {
  readonly outcomes: readonly Outcome[];
  /** The question with the fewest right hands at its last round. */
  readonly mostMissed?: Outcome;
  /** The question whose share of right hands changed most between its rounds, either way. */
  readonly biggestSwing?: Outcome;
}

/** A question of a lesson as the summary needs it. */
export interface Polled {
  readonly id: string;
  readonly title: string;
  readonly options: readonly string[];
  readonly key: ChoiceKey;
}

/** Sums a session up. Questions without a hand are left out. */
export function summaryOf(
  questions: readonly Polled[],
  votes: Readonly<Record<string, Rounds>>,
): Summary {
  const outcomes = questions.flatMap(({ id, title, options, key }): Outcome[] => {
    const rounds = votes[id] ?? {};
    const rightBefore = rightShare(rounds.before, key);
    const rightAfter = rightShare(rounds.after, key);
    if (rightBefore === undefined && rightAfter === undefined) return [];
    const right = key.credits.flatMap((credit, at) => (credit === 1 ? [at] : []));
    return [{ id, title, options, right, rounds, rightBefore, rightAfter }];
  });
  const last = ({ rightAfter, rightBefore }: Outcome) => rightAfter ?? rightBefore ?? 1;
  const swung = outcomes.filter((each) => swingOf(each) !== undefined);
  const first = (list: readonly Outcome[], before: (a: Outcome, b: Outcome) => boolean) =>
    list.reduce<Outcome | undefined>(
      (best, each) => (best && !before(each, best) ? best : each),
      undefined,
    );
  const mostMissed = first(outcomes, (a, b) => last(a) < last(b));
  const biggestSwing = first(
    swung,
    (a, b) => Math.abs(swingOf(a) ?? 0) > Math.abs(swingOf(b) ?? 0),
  );
  return {
    outcomes,
    ...(mostMissed && last(mostMissed) < 1 && { mostMissed }),
    ...(biggestSwing && swingOf(biggestSwing) !== 0 && { biggestSwing }),
  };
}

/** How the share of right hands changed, −1 to 1; undefined where one of the rounds is missing. */
export function swingOf({ rightBefore, rightAfter }: Outcome): number | undefined {
  return rightBefore === undefined || rightAfter === undefined
    ? undefined
    : rightAfter - rightBefore;
}
