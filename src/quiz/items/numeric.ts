import { percentOf, type Score } from '../scoring/score.ts';

/** A question whose answer is a number. */
export interface AskedNumber {
  readonly kind: 'numeric';
  readonly unit: string;
}

/** The right number, how far off still counts, and the wrong numbers that people give. */
export interface NumberKey {
  readonly answer: number;
  readonly tolerance: number;
  readonly slips: readonly { value: number; why: string }[];
}

/** What was typed. */
export type NumberAnswer = string;

/** The number in what was typed, with a decimal comma or point, a % or unit behind it; or undefined. */
export function numberIn(typed: NumberAnswer): number | undefined {
  const match = /^\s*([+−-]?\d+(?:[.,]\d+)?)\s*[^\d\s]*\s*$/.exec(typed);
  const number = Number(match?.[1]?.replace(',', '.').replace('−', '-'));
  return match && Number.isFinite(number) ? number : undefined;
}

/** Scores a number: full within the tolerance, half within twice of it, with the reason of a known slip. */
export function scoreNumber(
  { unit }: AskedNumber,
  { answer, tolerance, slips }: NumberKey,
  typed: NumberAnswer,
): Score {
  const given = numberIn(typed);
  const told = `${answer}${unit === '%' ? '%' : unit && `\u202f${unit}`}`;
  if (given === undefined) return { credit: 0, reason: `The answer is ${told}.` };
  // A decimal fraction is not exact: 0.3 − 0.2 must lie within 0.1.
  const off = Math.abs(given - answer) - 1e-9 * Math.max(1, Math.abs(answer));
  if (off <= tolerance)
    return {
      credit: 1,
      reason: given === answer ? `Right: ${told}.` : `Right: ${given} is near enough to ${told}.`,
    };
  const slip = slips.find(
    ({ value }) => Math.abs(given - value) <= Math.min(tolerance, Math.abs(value - answer) / 2),
  );
  const why = slip ? ` ${slip.why}` : '';
  return off <= 2 * tolerance && !slip
    ? {
        credit: 0.5,
        reason: `Near: you said ${given}, which earns ${percentOf(0.5)}; it is ${told}.`,
      }
    : { credit: 0, reason: `Not right: you said ${given}; it is ${told}.${why}` };
}
