import { type Measure, minimum, tooFew } from './measure.ts';

/**
 * What a reader marked on one case: the rating of the mark on each lesion (null where it was missed)
 * and the ratings of the marks that hit nothing. A case without lesions is a normal one.
 */
export interface MarkedCase {
  readonly lesions: readonly (number | null)[];
  readonly stray: readonly number[];
}

/**
 * The JAFROC figure of merit: the chance that a lesion is rated above the highest false mark of a
 * normal case, ties counted half. An unmarked lesion and a normal case without marks rate below all
 * ratings. It is the area under the empirical AFROC curve. Source: D. P. Chakraborty and
 * K. S. Berbaum, Med Phys 2004;31:2313. No interval: its resampling error needs more cases than the
 * least that are told.
 */
export function jafroc(cases: readonly MarkedCase[]): Measure {
  const lesions = cases.flatMap((each) => each.lesions);
  const normals = cases.filter((each) => each.lesions.length === 0);
  if (lesions.length < minimum.ofEachKind)
    return tooFew('lesions to find', lesions.length, minimum.ofEachKind);
  if (normals.length < minimum.ofEachKind)
    return tooFew('normal cases', normals.length, minimum.ofEachKind);
  const highest = normals.map(({ stray }) => Math.max(-Infinity, ...stray));
  const rated = lesions.map((rating) => rating ?? -Infinity);
  let wins = 0;
  for (const lesion of rated)
    for (const noise of highest) wins += lesion > noise ? 1 : lesion === noise ? 0.5 : 0;
  return { value: wins / (rated.length * highest.length), interval: null, cases: cases.length };
}

/** The share of lesions that were marked, whatever their rating, and the false marks a case. */
export function locationSensitivity(cases: readonly MarkedCase[]): {
  found: number;
  lesions: number;
  strayPerCase: number;
} {
  const lesions = cases.flatMap((each) => each.lesions);
  const strays = cases.reduce((sum, { stray }) => sum + stray.length, 0);
  return {
    found: lesions.filter((rating) => rating !== null).length,
    lesions: lesions.length,
    strayPerCase: cases.length === 0 ? 0 : strays / cases.length,
  };
}
