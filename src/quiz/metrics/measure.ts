/** A number with the interval that holds it with 95% confidence; null where none can be given. */
export interface Estimate {
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
  /** How many cases it rests on. */
  readonly cases: number;
}

/** Why a measure is not told yet, in a sentence. */
export interface Silence {
  readonly silent: string;
}

/** A measure of a reader: a number, or the reason for saying none. */
export type Measure = Estimate | Silence;

/** Whether a measure is not told. */
export const isSilent = (measure: object): measure is Silence => 'silent' in measure;

/** Two-sided 95% of the normal distribution. */
export const z95 = 1.959963984540054;

/**
 * How many cases a measure needs. A reader's curve is noise until about twenty cases; a share of one
 * kind of case needs ten of that kind, below which its interval spans most of the scale.
 */
export const minimum = { cases: 20, ofEachKind: 10, pairs: 20, timed: 10, blocks: 4 } as const;

/** The silence of a measure that has `found` of `needed` cases of some kind. */
export function tooFew(what: string, found: number, needed: number): Silence {
  return { silent: `Not enough ${what} yet: ${found} of ${needed}.` };
}

/** A normal interval, kept within `low` and `high`; null where the error is not known or is none. */
export function around(
  value: number,
  standardError: number,
  low: number,
  high: number,
): Estimate['interval'] {
  if (!(standardError > 0)) return null;
  const half = z95 * standardError;
  return [Math.max(low, value - half), Math.min(high, value + half)];
}
