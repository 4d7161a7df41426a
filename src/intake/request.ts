/** What a person has to say of a file before it can become a view. */
import { suggest, type ViewKindId, viewKindIds } from '../lexicon/index.ts';
import { checkedName } from './name.ts';

/** The answers as they were given by flags, in whatever form. */
export interface Answers {
  readonly case?: string | undefined;
  readonly view?: string | undefined;
  readonly viewId?: string | undefined;
  readonly umPerPixel?: string | undefined;
  readonly source?: string | undefined;
  readonly licence?: string | undefined;
  readonly url?: string | undefined;
  readonly caseTitle?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** The questions that must be answered, in the order in which they are asked. */
export const questions = {
  case: 'Case id, such as "fibroadenoma-1"',
  view: `View kind (${viewKindIds.join(', ')})`,
  umPerPixel: 'Micrometres per pixel',
  source: 'Source: who made the image, or where it comes from',
  licence: 'Licence, such as CC-BY-4.0',
} as const;

/** A question that must be answered. */
export type Question = keyof typeof questions;

/** How a flag for each question is written. */
const flags: Readonly<Record<Question, string>> = {
  case: '--case <id>',
  view: '--view <kind>',
  umPerPixel: '--um-per-pixel <number>',
  source: '--source "…"',
  licence: '--licence "…"',
};

const largestUmPerPixel = 1000;

/** Checks the answer to one question; throws a sentence where it will not do. */
export function checkAnswer(question: keyof Answers, answer: string): void {
  if (question === 'case') checkedName(answer, 'case id');
  else if (question === 'viewId') checkedName(answer, 'view id');
  else if (question === 'view') checkedViewKind(answer);
  else if (question === 'umPerPixel') checkedScale(answer);
  else if (question === 'url') checkedAddress(answer);
  else if (answer.trim() === '') throw new Error(`--${question} must not be empty.`);
}

/** The sentence that lists everything that is missing, with the flags that give it. */
export function missingSentence(missing: readonly Question[], why?: string): string {
  const wanted = missing.map((question) => flags[question]).join(', ');
  return `${why ? `${why} ` : ''}Please say more: ${wanted}.`;
}

/** Returns a view kind; throws a sentence, with the likely one, where there is no such kind. */
export function checkedViewKind(found: string): ViewKindId {
  const kind = viewKindIds.find((id) => id === found);
  if (kind) return kind;
  const near = suggest(found, viewKindIds);
  throw new Error(
    `${JSON.stringify(found)} is not a view kind${near ? ` – did you mean "${near}"?` : '.'} The kinds are ${viewKindIds.join(', ')}.`,
  );
}

/** Returns a scale in micrometres per pixel; throws a sentence where it is not one. */
export function checkedScale(text: string): number {
  const value = Number(text.trim().replace(',', '.') || Number.NaN);
  if (value > 0 && value <= largestUmPerPixel) return value;
  throw new Error(
    `${JSON.stringify(text)} is not a scale: give the micrometres per pixel as a number above 0 and at most ${largestUmPerPixel}, for instance 0.5.`,
  );
}

function checkedAddress(text: string): void {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new Error(`${JSON.stringify(text)} is not a web address; it must begin with https://.`);
  }
}
