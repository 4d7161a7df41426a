import { type Estimate, z95 } from './measure.ts';

/**
 * A proportion with Wilson's score interval, which holds its confidence for few cases and at 0 and 1
 * (R. G. Newcombe, Stat Med 1998;17:857, method 3). Throws a RangeError where there are no cases or
 * more hits than cases.
 */
export function proportion(hits: number, cases: number): Estimate {
  if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(hits) || hits < 0 || hits > cases)
    throw new RangeError(`A proportion needs 0 to n hits of n cases; found ${hits} of ${cases}.`);
  const share = hits / cases;
  const square = z95 * z95;
  const centre = (share + square / (2 * cases)) / (1 + square / cases);
  const half =
    (z95 / (1 + square / cases)) *
    Math.sqrt((share * (1 - share)) / cases + square / (4 * cases * cases));
  return {
    value: share,
    interval: [hits === 0 ? 0 : centre - half, hits === cases ? 1 : centre + half],
    cases,
  };
}
