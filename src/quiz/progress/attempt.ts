import type { Answer, Asked } from '../item.ts';
import type { ReadingRecord } from '../items/reading.ts';
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
  'reading',
  'hotspot',
  'mineral',
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
  /** Of a whole case. */
  readonly reading?: ReadingRecord;
}

const name = /^[a-z0-9:-]{1,160}$/;
const isName = (value: unknown): value is string => typeof value === 'string' && name.test(value);
const isIn = <T>(list: readonly T[], value: unknown): value is T => list.includes(value as T);
const isNumber = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && value >= low && value <= high;

/** The kinds whose answers are values by name; all others are a text or a list of numbers. */
const named: readonly string[] = ['reading', 'hotspot', 'mineral'];

function isAnswer(kind: string, value: unknown): value is Answer {
  if (named.includes(kind))
    return (
      isFlat(value) &&
      Object.values(value).every(
        (each) => isLeaf(each) || (isFlat(each) && Object.values(each).every(isLeaf)),
      )
    );
  return typeof value === 'string'
    ? value.length <= 100
    : Array.isArray(value) && value.length <= 50 && value.every((each) => isNumber(each, 0, 1000));
}

const isLeaf = (value: unknown) =>
  value === null ||
  typeof value === 'boolean' ||
  isNumber(value, -100_000, 100_000) ||
  (typeof value === 'string' && name.test(value));

/** A few plain values by plain names; what lies deeper is judged by who asks. */
const isFlat = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= 12 &&
  Object.keys(value).every((key) => /^[a-zA-Z]{1,24}$/.test(key));

/** The year 3000: a clock beyond it is broken. */
const latest = 32503680000000;

/**
 * Reads what a store or a file holds as an attempt; undefined where it is none, whatever it is. Names
 * are plain, so that nothing of a stranger's file can be taken for markup or a formula.
 */
export function attemptIn(value: unknown): Attempt | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {
    id,
    at,
    item,
    kind,
    category,
    mode,
    set,
    answer,
    credit,
    tookMs,
    certainty,
    term,
    reading,
  } = value as Record<string, unknown>;
  if (!isName(id) || !isNumber(at, 0, latest) || !isName(item) || !isName(category))
    return undefined;
  if (!isIn(kindIds, kind) || !isIn(modeIds, mode) || !isAnswer(kind, answer)) return undefined;
  if (!isNumber(credit, 0, 1) || !isNumber(tookMs, 0, latest)) return undefined;
  if (set !== undefined && !isName(set)) return undefined;
  if (certainty !== undefined && !isIn([1, 2, 3] as const, certainty)) return undefined;
  const read = term === undefined ? undefined : termIn(term);
  if (term !== undefined && read === undefined) return undefined;
  const whole = reading === undefined ? undefined : readingIn(reading);
  if (reading !== undefined && whole === undefined) return undefined;
  return {
    ...{ id, at, item, kind, category, mode, answer, credit, tookMs },
    ...(set !== undefined && { set }),
    ...(certainty !== undefined && { certainty }),
    ...(read !== undefined && { term: read }),
    ...(whole !== undefined && { reading: whole }),
  };
}

function termIn(value: unknown): Attempt['term'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { asks, truth, answer } = value as Record<string, unknown>;
  return isName(asks) && isName(truth) && isName(answer) ? { asks, truth, answer } : undefined;
}

function readingIn(value: unknown): ReadingRecord | undefined {
  if (!isFlat(value)) return undefined;
  const { terms, credits, biopsy, likelihood, isMalignant, hit, stray, magnifiedOnly } = value;
  if (!Array.isArray(terms) || terms.length > 6 || !isFlat(credits)) return undefined;
  const read = terms.map(termIn);
  if (!read.every((each) => each !== undefined)) return undefined;
  if (!Object.values(credits).every((each) => isNumber(each, 0, 1))) return undefined;
  if (!isNumber(likelihood, 0, 1) || !isTruth(hit) || !isTruth(stray)) return undefined;
  if (isMalignant !== undefined && !isTruth(isMalignant)) return undefined;
  if (magnifiedOnly !== undefined && magnifiedOnly !== true) return undefined;
  const decision = biopsy === undefined ? undefined : biopsyIn(biopsy);
  if (biopsy !== undefined && decision === undefined) return undefined;
  return {
    ...{ terms: read, credits: credits as Record<string, number>, likelihood, hit, stray },
    ...(isMalignant !== undefined && { isMalignant }),
    ...(decision !== undefined && { biopsy: decision }),
    ...(magnifiedOnly && { magnifiedOnly }),
  };
}

const isTruth = (value: unknown): value is boolean => typeof value === 'boolean';

function biopsyIn(value: unknown): ReadingRecord['biopsy'] {
  if (!isFlat(value)) return undefined;
  const { taken, needed } = value;
  return isTruth(taken) && isTruth(needed) ? { taken, needed } : undefined;
}
