import { shareOf } from '../../evidence/interval.ts';
import type { Estimate } from './measure.ts';

/** A proportion with Wilson's 95% interval. Throws a RangeError where there are no cases, or more hits. */
export function proportion(hits: number, cases: number): Estimate {
  const { percent, low, high } = shareOf(hits, cases);
  return { value: percent / 100, interval: [low / 100, high / 100], cases };
}
