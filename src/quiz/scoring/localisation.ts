import type { Score } from './score.ts';

/** A place in a view, in millimetres of that view. */
export interface Place {
  readonly xMm: number;
  readonly yMm: number;
}

/** Where a finding lies: a disc that holds it. */
export interface Region extends Place {
  readonly radiusMm: number;
  /** Where it is not one round patch: the discs that it consists of; the disc itself then frames it. */
  readonly parts?: readonly Region[];
}

/** How far outside of a finding a mark still earns something: half a centimetre. */
export const toleranceMm = 5;

/** What each mark costs that hits nothing, so that marking everything does not pay. */
const strayCost = 0.25;

/** How far a mark lies outside of a region; 0 within it. */
export function outsideMm(mark: Place, region: Region): number {
  if (region.parts) return Math.min(...region.parts.map((part) => outsideMm(mark, part)));
  const apart = Math.hypot(mark.xMm - region.xMm, mark.yMm - region.yMm);
  return Math.max(0, apart - region.radiusMm);
}

/**
 * Scores marks against the regions of a view: each region takes its nearest mark, which earns 1
 * within it and less in proportion up to `toleranceMm` outside; the mean over the regions, less a
 * quarter for every mark that is near to none. Without a region the right answer is no mark at all.
 */
export function scoreLocalisation(marks: readonly Place[], regions: readonly Region[]): Score {
  const stray = marks.filter((mark) =>
    regions.every((each) => outsideMm(mark, each) >= toleranceMm),
  );
  if (regions.length === 0)
    return marks.length === 0
      ? { credit: 1, reason: 'There was nothing to mark, and you marked nothing.' }
      : { credit: 0, reason: 'There was nothing to mark here.' };
  if (marks.length === 0)
    return { credit: 0, reason: 'You marked nothing; the finding was missed.' };
  const nearest = regions.map((region) =>
    Math.min(...marks.map((mark) => outsideMm(mark, region))),
  );
  const found = nearest.map((outside) => Math.max(0, 1 - outside / toleranceMm));
  const mean = found.reduce((sum, each) => sum + each, 0) / regions.length;
  const missed = found.filter((each) => each === 0).length;
  const words = [
    missed === regions.length
      ? `The nearest mark lies ${Math.round(Math.min(...nearest))} mm outside the finding.`
      : missed > 0
        ? `${missed} of ${regions.length} findings were missed.`
        : Math.max(...nearest) === 0
          ? 'Your mark lies on the finding.'
          : `Your mark lies ${Math.max(1, Math.round(Math.max(...nearest)))} mm outside the finding.`,
    ...(stray.length > 0
      ? [`${stray.length === 1 ? 'One mark hits' : `${stray.length} marks hit`} nothing.`]
      : []),
  ];
  return { credit: Math.max(0, mean - strayCost * stray.length), reason: words.join(' ') };
}
