/** What a single-choice item asks, as the pages hand it over. Exactly one option is correct. */
export interface Item {
  readonly title: string;
  readonly prompt: string;
  readonly options: readonly { text: string; correct: boolean; why: string }[];
  readonly explanation: string;
}

/**
 * Where a learner stands with an item. `chosen` is the index of an option. `firstRight` is how the
 * first answer turned out, and never changes again; later answers are practice.
 */
export interface State {
  readonly chosen: number | undefined;
  readonly checked: boolean;
  readonly firstRight: boolean | undefined;
}

export const fresh: State = { chosen: undefined, checked: false, firstRight: undefined };

/** Marks an option; an answer that has been checked stands. */
export function choose(state: State, option: number): State {
  return state.checked ? state : { ...state, chosen: option };
}

/** Checks the marked option; nothing happens while none is marked. */
export function check(state: State, item: Item): State {
  if (state.checked || state.chosen === undefined) return state;
  const right = isRight(item, state.chosen);
  return { ...state, checked: true, firstRight: state.firstRight ?? right };
}

/** Clears the answer for another try. */
export function tryAgain(state: State): State {
  return { ...state, chosen: undefined, checked: false };
}

export function isRight(item: Item, option: number | undefined): boolean {
  return option !== undefined && item.options[option]?.correct === true;
}

/** How the options are named: A, B, C … */
export function letterOf(option: number): string {
  return String.fromCharCode(65 + option);
}

/** The result of a checked answer in a sentence. */
export function verdict(item: Item, state: State): string {
  const right = item.options.findIndex(({ correct }) => correct);
  return isRight(item, state.chosen)
    ? `Right: ${letterOf(right)} is the answer.`
    : `Not right: you chose ${letterOf(state.chosen ?? 0)}; the answer is ${letterOf(right)}.`;
}

/** The score of a page in a sentence: first answers only, so that a second try does not flatter. */
export function scoreLine(firstAnswers: readonly boolean[], questions: number): string {
  const right = firstAnswers.filter(Boolean).length;
  const open = questions - firstAnswers.length;
  const left = open > 0 ? `; ${open} still to answer` : '';
  return `${right} of ${firstAnswers.length} right on this page at the first answer${left}.`;
}
