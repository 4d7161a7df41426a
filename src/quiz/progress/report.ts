import {
  brier,
  type Forecast,
  reliability,
  type ReliabilityPoint,
} from '../metrics/calibration.ts';
import { type Confusion, confusionOf } from '../metrics/confusion.ts';
import { medianSeconds, trend } from '../metrics/course.ts';
import { kappa } from '../metrics/kappa.ts';
import { type Measure, minimum, tooFew } from '../metrics/measure.ts';
import type { Certainty } from '../scoring/certainty.ts';
import type { Attempt } from './attempt.ts';

/** What each level of certainty says of the chance to be right: the middle of what it stands for. */
export const chanceOf: Readonly<Record<Certainty, number>> = { 1: 0.5, 2: 0.735, 3: 0.9 };

/** How the terms of one kind were named. */
export interface TermReport {
  readonly asks: string;
  readonly confusion: Confusion;
  /** Against the truth. */
  readonly agreement: Measure;
  /** Of the first and the second answer to the same picture. */
  readonly withOneself: Measure;
}

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
}

/** The terms of each kind that is asked for, in their order. */
export type TermLists = Readonly<Record<string, readonly string[]>>;

/** Computes the report of a log in the order of time. */
export function reportOf(attempts: readonly Attempt[], lists: TermLists): Report {
  const forecasts = attempts.flatMap(({ certainty, credit }): Forecast[] =>
    certainty ? [{ chance: chanceOf[certainty], happened: credit === 1 }] : [],
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
  const told = attempts.flatMap(({ item, term }) =>
    term?.asks === asks ? [{ item, truth: term.truth, answer: term.answer }] : [],
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
    withOneself: kappa(confusionOf([...repeats.values()], terms)),
  };
}
