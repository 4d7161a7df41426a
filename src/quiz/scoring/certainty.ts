import { isRight } from './score.ts';

/** How sure a learner says to be, from 1 to 3. */
export const certaintyIds = [1, 2, 3] as const;

/** How sure a learner says to be: 1 hardly, 2 fairly, 3 very. */
export type Certainty = (typeof certaintyIds)[number];

/** The words of the interface, with the chance of being right from which each level pays best. */
export const certaintyLabels: Readonly<Record<Certainty, string>> = {
  1: 'Hardly sure (below two in three)',
  2: 'Fairly sure (from two in three)',
  3: 'Very sure (from four in five)',
};

const ifRight: Readonly<Record<Certainty, number>> = { 1: 1, 2: 2, 3: 3 };
const ifWrong: Readonly<Record<Certainty, number>> = { 1: 0, 2: -2, 3: -6 };

/**
 * Points for a credit of 0 to 1 at a certainty: 1, 2 or 3 where it is right, 0, −2 or −6 where it is
 * wrong, and in proportion between. With these numbers nobody gains by saying more or less than what
 * he believes: level 2 pays best between chances of 2/3 and 4/5, level 3 above. Source:
 * A. R. Gardner-Medwin's certainty-based marking, as in Moodle.
 */
export function certaintyPoints(credit: number, certainty: Certainty): number {
  return credit * ifRight[certainty] + (1 - credit) * ifWrong[certainty];
}

const sureness: Readonly<Record<Certainty, string>> = { 1: 'hardly', 2: 'fairly', 3: 'very' };

/** What the points for an answer say, in a sentence; what can be won is told where something was. */
export function certaintySentence(credit: number, certainty: Certainty): string {
  const points = Math.round(certaintyPoints(credit, certainty) * 100) / 100;
  const size = Math.abs(points);
  const told =
    points > 0
      ? `+${points} of ${ifRight[3]} points`
      : `${points < 0 ? '−' : ''}${size} ${size === 1 ? 'point' : 'points'}`;
  if (points === 0 && certainty === 1)
    return `You were hardly sure, so being wrong costs nothing: ${told}.`;
  const was = isRight(credit) ? 'right' : credit > 0 ? 'partly right' : 'wrong';
  return `You were ${sureness[certainty]} sure, and ${was}: ${told}.`;
}
