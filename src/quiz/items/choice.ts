import { percentOf, type Score } from '../scoring/score.ts';

/** A question with options of which one is right, or several. */
export interface AskedChoice {
  readonly kind: 'single-choice' | 'multiple-choice';
  readonly options: readonly string[];
}

/** What each option earns, from 0 to 1, and why. Of several right ones each has 1. */
export interface ChoiceKey {
  readonly credits: readonly number[];
  readonly why: readonly string[];
}

/** The options chosen, by index. */
export type ChoiceAnswer = readonly number[];

/** How the options are named: A, B, C … */
export function letterOf(option: number): string {
  return String.fromCharCode(65 + option);
}

/** Why the right option is right; undefined where several are, of which none has the whole reason. */
export function reasonOf({ credits = [], why = [] }: Partial<ChoiceKey>): string | undefined {
  const right = credits.indexOf(1);
  return right === credits.lastIndexOf(1) ? why[right] : undefined;
}

/** The answer after an option was chosen: instead of another one, or beside them. */
export function chosenToo(
  { kind }: AskedChoice,
  answer: ChoiceAnswer,
  option: number,
): ChoiceAnswer {
  if (kind === 'single-choice') return [option];
  return answer.includes(option)
    ? answer.filter((each) => each !== option)
    : [...answer, option].sort((a, b) => a - b);
}

/**
 * Scores a choice. Of one right option the chosen one earns what the key gives it; of several, the
 * right ones chosen less the wrong ones chosen, as a share of the right ones.
 */
export function scoreChoice(asked: AskedChoice, key: ChoiceKey, answer: ChoiceAnswer): Score {
  return asked.kind === 'single-choice' ? scoreOne(key, answer[0] ?? 0) : scoreSeveral(key, answer);
}

function scoreOne({ credits }: ChoiceKey, chosen: number): Score {
  const right = letterOf(credits.indexOf(1));
  const credit = credits[chosen] ?? 0;
  if (credit === 1) return { credit, reason: `Right: ${right} is the answer.` };
  return credit > 0
    ? {
        credit,
        reason: `Near: ${letterOf(chosen)} earns ${percentOf(credit)}; the answer is ${right}.`,
      }
    : { credit, reason: `Not right: you chose ${letterOf(chosen)}; the answer is ${right}.` };
}

function scoreSeveral({ credits }: ChoiceKey, answer: ChoiceAnswer): Score {
  const right = credits.flatMap((credit, option) => (credit === 1 ? [option] : []));
  const hits = answer.filter((option) => right.includes(option)).length;
  const wrong = answer.length - hits;
  const credit = Math.max(0, (hits - wrong) / right.length);
  const letters = listed(right.map(letterOf));
  if (credit === 1) return { credit, reason: `Right: ${letters}, and no other.` };
  const beside = wrong > 0 ? `, and ${wrong} that ${wrong === 1 ? 'does' : 'do'} not belong` : '';
  return {
    credit,
    reason: `${credit > 0 ? 'Partly right' : 'Not right'}: you found ${hits} of ${right.length}${beside} (${percentOf(credit)}); the answer is ${letters}.`,
  };
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
