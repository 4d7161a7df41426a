import type { ReadingRecord } from '../items/reading.ts';
import {
  brier,
  type Forecast,
  type ReliabilityPoint,
  reliability,
} from '../metrics/calibration.ts';
import { type Confusion, confusionOf } from '../metrics/confusion.ts';
import { medianSeconds, trend } from '../metrics/course.ts';
import { sensitivityAndSpecificity } from '../metrics/decision.ts';
import { jafroc, type MarkedCase } from '../metrics/jafroc.ts';
import { kappa } from '../metrics/kappa.ts';
import { type Measure, minimum, tooFew } from '../metrics/measure.ts';
import { proportion } from '../metrics/proportion.ts';
import { areaUnderCurve, type Rated, type RocPoint, rocCurve } from '../metrics/roc.ts';
import type { Certainty } from '../scoring/certainty.ts';
import { isRight } from '../scoring/score.ts';
import type { Attempt } from './attempt.ts';

/** What each level of certainty says of the chance to be right: the middle of what it stands for. */
export const chanceOf: Readonly<Record<Certainty, number>> = { 1: 0.5, 2: 0.735, 3: 0.9 };

/** How the terms of one kind were named. */
export interface TermReport {
  readonly asks: string;
  readonly confusion: Confusion;
  /** Against the truth. */
  readonly agreement: Measure;
  /** The same with near answers counted in part, of terms that have an order. */
  readonly weighted?: Measure;
  /** Of the first and the second answer to the same picture. */
  readonly withOneself: Measure;
}

/** The kinds of terms of which the lexicon's order is one of more and less. */
const ordered: readonly string[] = ['assessment'];

/** Everything that is told of a learner, computed from the log. */
export interface Report {
  readonly answers: number;
  readonly items: number;
  readonly meanCredit: Measure;
  readonly seconds: Measure;
  readonly trend: Measure;
  readonly brier: Measure;
  readonly reliability: readonly ReliabilityPoint[];
  readonly terms: readonly TermReport[];
  readonly readings: ReadingsReport;
}

/** What readings of whole cases say of a reader. */
export interface ReadingsReport {
  readonly cases: number;
  readonly decision: ReturnType<typeof sensitivityAndSpecificity>;
  /** Of the estimated likelihood of cancer. */
  readonly area: Measure;
  readonly curve: readonly RocPoint[];
  /** As `found`, of those that were looked for on screening views. */
  readonly figureOfMerit: Measure;
  /** The share of findings that were marked at all. */
  readonly found: Measure;
  readonly brier: Measure;
  readonly reliability: readonly ReliabilityPoint[];
}

/** The terms of each kind that is asked for, in their order. */
export type TermLists = Readonly<Record<string, readonly string[]>>;

/** Computes the report of a log in the order of time. */
export function reportOf(attempts: readonly Attempt[], lists: TermLists): Report {
  const forecasts = attempts.flatMap(({ certainty, credit }): Forecast[] =>
    certainty ? [{ chance: chanceOf[certainty], happened: isRight(credit) }] : [],
  );
  const credits = attempts.map(({ credit }) => credit);
  return {
    answers: attempts.length,
    items: new Set(attempts.map(({ item }) => item)).size,
    meanCredit: meanOf(credits),
    // What took more than ten minutes was left lying.
    seconds: medianSeconds(
      attempts.map(({ tookMs }) => tookMs).filter((took) => took > 0 && took < 600_000),
    ),
    trend: trend(credits),
    brier: brier(forecasts),
    reliability: forecasts.length < minimum.cases ? [] : reliability(forecasts),
    readings: readingsReport(attempts.flatMap(({ reading }) => reading ?? [])),
    terms: Object.entries(lists).map(([asks, terms]) => termReport(asks, terms, attempts)),
  };
}

function meanOf(credits: readonly number[]): Measure {
  const { length } = credits;
  if (length < minimum.cases) return tooFew('answers', length, minimum.cases);
  const mean = credits.reduce((sum, each) => sum + each, 0) / length;
  const squares = credits.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const half = 1.96 * Math.sqrt(squares / (length - 1) / length);
  return {
    value: mean,
    interval: [Math.max(0, mean - half), Math.min(1, mean + half)],
    cases: length,
  };
}

function termReport(
  asks: string,
  terms: readonly string[],
  attempts: readonly Attempt[],
): TermReport {
  const told = attempts.flatMap(({ item, term, reading }) =>
    [...(term ? [term] : []), ...(reading?.terms ?? [])]
      .filter((each) => each.asks === asks)
      .map(({ truth, answer }) => ({ item, truth, answer })),
  );
  const first = new Map<string, string>();
  const repeats = new Map<string, { truth: string; answer: string }>();
  for (const { item, answer } of told) {
    const before = first.get(item);
    if (before === undefined) first.set(item, answer);
    else if (!repeats.has(item)) repeats.set(item, { truth: before, answer });
  }
  const confusion = confusionOf(told, terms);
  return {
    asks,
    confusion,
    agreement: kappa(confusion),
    ...(ordered.includes(asks) && { weighted: kappa(confusion, 'linear') }),
    withOneself: kappa(confusionOf([...repeats.values()], terms)),
  };
}

function readingsReport(readings: readonly ReadingRecord[]): ReadingsReport {
  const judged = readings.flatMap(({ isMalignant, likelihood }) =>
    isMalignant === undefined ? [] : [{ chance: likelihood, happened: isMalignant }],
  );
  const rated = judged.map(({ chance, happened }): Rated => ({
    rating: chance,
    positive: happened,
  }));
  const area = areaUnderCurve(rated);
  // A view of five centimetres about the finding is no search: finding is measured on whole breasts.
  const searched = readings.filter(({ magnifiedOnly }) => !magnifiedOnly);
  return {
    cases: readings.length,
    decision: sensitivityAndSpecificity(
      readings.flatMap(({ biopsy }) =>
        biopsy ? [{ biopsied: biopsy.taken, needed: biopsy.needed }] : [],
      ),
    ),
    area,
    curve: 'silent' in area ? [] : rocCurve(rated),
    figureOfMerit: jafroc(searched.flatMap(markedCase)),
    found:
      searched.length < minimum.ofEachKind
        ? tooFew('cases read from the mammogram', searched.length, minimum.ofEachKind)
        : proportion(searched.filter(({ hit }) => hit).length, searched.length),
    brier: brier(judged),
    reliability: judged.length < minimum.cases ? [] : reliability(judged),
  };
}

/**
 * A reading as JAFROC counts it: cancer is the lesion to find, rated by the estimated likelihood of
 * cancer. A case without cancer is a normal one, and any mark on it, on a benign finding too, is a
 * false one of that rating, as reader studies count it.
 */
function markedCase({ isMalignant, likelihood, hit, stray }: ReadingRecord): MarkedCase[] {
  if (isMalignant === undefined) return [];
  if (isMalignant)
    return [{ lesions: [hit ? likelihood : null], stray: stray ? [likelihood] : [] }];
  return [{ lesions: [], stray: hit || stray ? [likelihood] : [] }];
}
