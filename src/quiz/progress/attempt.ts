import type { Answer, Asked } from '../item.ts';
import type { Certainty } from '../scoring/certainty.ts';

/** Where an answer was given. */
export const modeIds = ['chapter', 'practice', 'set'] as const;

/** Where an answer was given: on the page of a chapter, in practice, or in a test set. */
export type ModeId = (typeof modeIds)[number];

const kindIds: readonly Asked['kind'][] = [
  'single-choice',
  'multiple-choice',
  'numeric',
  'ordering',
  'look-alike-pair',
  'decision',
];

/** One answer as it was given. Everything that is told of a learner is computed from these. */
export interface Attempt {
  /** Made at random when the answer is given, so that two browsers never make the same one. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly item: string;
  readonly kind: Asked['kind'];
  readonly category: string;
  readonly mode: ModeId;
  /** The seed of the test set. */
  readonly set?: string;
  readonly answer: Answer;
  readonly credit: number;
  readonly tookMs: number;
  readonly certainty?: Certainty;
  /** Of a picture: what was asked for, what is true, and what was said. */
  readonly term?: { readonly asks: string; readonly truth: string; readonly answer: string };
}

const name = /^[a-z0-9:-]{1,160}$/;
const isName = (value: unknown): value is string => typeof value === 'string' && name.test(value);
const isIn = <T>(list: readonly T[], value: unknown): value is T => list.includes(value as T);
const isNumber = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && value >= low && value <= high;

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'string'
    ? value.length <= 100
    : Array.isArray(value) && value.length <= 50 && value.every((each) => isNumber(each, 0, 1000));

/** The year 3000: a clock beyond it is broken. */
const latest = 32503680000000;

/**
 * Reads what a store or a file holds as an attempt; undefined where it is none, whatever it is. Names
 * are plain, so that nothing of a stranger's file can be taken for markup or a formula.
 */
export function attemptIn(value: unknown): Attempt | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, at, item, kind, category, mode, set, answer, credit, tookMs, certainty, term } =
    value as Record<string, unknown>;
  if (!isName(id) || !isNumber(at, 0, latest) || !isName(item) || !isName(category))
    return undefined;
  if (!isIn(kindIds, kind) || !isIn(modeIds, mode) || !isAnswer(answer)) return undefined;
  if (!isNumber(credit, 0, 1) || !isNumber(tookMs, 0, latest)) return undefined;
  if (set !== undefined && !isName(set)) return undefined;
  if (certainty !== undefined && !isIn([1, 2, 3] as const, certainty)) return undefined;
  const read = term === undefined ? undefined : termIn(term);
  if (term !== undefined && read === undefined) return undefined;
  return {
    ...{ id, at, item, kind, category, mode, answer, credit, tookMs },
    ...(set !== undefined && { set }),
    ...(certainty !== undefined && { certainty }),
    ...(read !== undefined && { term: read }),
  };
}

function termIn(value: unknown): Attempt['term'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { asks, truth, answer } = value as Record<string, unknown>;
  return isName(asks) && isName(truth) && isName(answer) ? { asks, truth, answer } : undefined;
}
