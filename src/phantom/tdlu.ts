import { openDraw } from './draw.ts';
import { power } from './elementary.ts';
import type { PhantomPoint } from './frame.ts';
import { distance, moved } from './vector.ts';

/** A terminal duct lobular unit: the lobule at the end of a duct, in which most calcium forms. */
export interface Tdlu {
  readonly id: number;
  readonly lobe: number;
  /** The duct that it hangs on. */
  readonly duct: number;
  readonly at: PhantomPoint;
  readonly radiusMm: number;
  /** Seeds its acini, which are drawn only when somebody looks. */
  readonly seed: number;
}

/** A blind pouch of a lobule. */
export interface Acinus {
  readonly id: number;
  readonly at: PhantomPoint;
  readonly radiusMm: number;
}

/**
 * The acini of a unit: 10 to 60 pouches of 25 to 50 µm radius, packed without touching into its
 * ball. The same unit always has the same acini.
 */
export function aciniOf(tdlu: Tdlu): Acinus[] {
  const draw = openDraw(tdlu.seed, 'acini');
  const wanted = draw.integer(10, 60);
  const acini: Acinus[] = [];
  for (let tries = 0; tries < wanted * 12 && acini.length < wanted; tries++) {
    const radiusMm = draw.uniform(0.025, 0.05);
    const fromCentre = (tdlu.radiusMm - radiusMm) * power(draw.uniform(), 1 / 3);
    const at = moved(tdlu.at, draw.direction(), fromCentre);
    const free = acini.every((other) => distance(other.at, at) > other.radiusMm + radiusMm + 0.012);
    if (free) acini.push({ id: acini.length, at, radiusMm });
  }
  return acini;
}
