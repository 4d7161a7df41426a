import type { DistributionId } from './distribution.ts';

/** The arrangement of a set of calcifications as measured on the image. */
export interface Spread {
  readonly count: number;
  /** Greatest dimension of the area that they occupy. */
  readonly extentMm: number;
  /** What they follow: nothing, a line, the territory of one duct system, or the whole breast. */
  readonly follows: 'nothing' | 'line' | 'lobe' | 'whole breast';
}

/** A group usually has at least this many calcifications within `groupCoreMm` (HL7 guide quoting the ACR). */
export const groupMinCount = 5;

/** The extent within which the smallest group lies: 1 cm (same source). */
export const groupCoreMm = 10;

/** The extent that a group of a larger number may reach; beyond it the area is regional (same source). */
export const groupMaxMm = 20;

/**
 * Returns the distribution that a spread fits, or undefined where the lexicon has no word for it:
 * fewer than five calcifications that follow nothing, or just five spread over more than 1 cm. What
 * they follow comes first, then the extent: up to 2 cm grouped, beyond regional. Throws a RangeError
 * for a count that is not a whole number of at least 1 or an extent that is not a length. Source:
 * the definitions in `distributions`.
 */
export function distributionOf({ count, extentMm, follows }: Spread): DistributionId | undefined {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(
      `A count of calcifications is a whole number of at least 1; found ${count}.`,
    );
  }
  if (!Number.isFinite(extentMm) || extentMm < 0) {
    throw new RangeError(`An extent is a length in millimetres, 0 or more; found ${extentMm}.`);
  }
  if (follows === 'whole breast') return 'diffuse';
  if (follows === 'line') return 'linear';
  if (follows === 'lobe') return 'segmental';
  if (count < groupMinCount) return undefined;
  if (extentMm > groupMaxMm) return 'regional';
  return extentMm <= groupCoreMm || count > groupMinCount ? 'grouped' : undefined;
}
