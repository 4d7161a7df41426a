import { clamp, power } from '../phantom/index.ts';
import type { Spread } from './middle.ts';

/**
 * The part of the processed attenuation that the standard window shows from black to white. In a
 * mammogram it is counted from the level of fat between the plates, so that views of different
 * thickness can share it; in a specimen from air.
 */
export interface Window {
  readonly lowNepers: number;
  readonly highNepers: number;
}

/** Grey levels of the standard window in the finished picture; the rest is head room for windowing. */
export const standardWindow = { low: 4096, high: 61440 } as const;

/** Where the grey scale begins to bend so that dense things keep their texture, as part of the window. */
const shoulder = 0.7;
/** How much of the window lies below black and above white in the table. */
const reachBelow = 0.5;
const reachAbove = 8;
const cellsPerWindow = 1024;

/** The window is as wide as so many spreads of the object's middle. */
const windowSpreads = 1.75;

/** The standard window from the spread of the object's middle, with room below for fat and above for specks. */
export function windowFor({ q05, q95 }: Spread): Window {
  const range = Math.max(0.3, q95 - q05);
  const lowNepers = q05 - 0.24 * range;
  return { lowNepers, highNepers: lowNepers + windowSpreads * range };
}

/** Local contrast, once raised, widens the spread of a mammogram by so much. */
const raisedByNepers = 0.045;

/** The contrast of an object's middle that a window was chosen for, before local contrast was raised. */
export const contrastWithin = ({ lowNepers, highNepers }: Window): number =>
  (highNepers - lowNepers) / windowSpreads - raisedByNepers;

/** The contrast of an object's middle before local contrast is raised. */
export const contrastOf = ({ q05, q95 }: Spread): number => Math.max(0.2, q95 - q05);

/**
 * The grey scale of a window: attenuation in nepers to a grey level from 0 to 65 535. It rises by a
 * gamma, then bends at the shoulder towards white without ever reaching it, so that a calcification
 * many times over the window is still not flat.
 */
export function greyScaleOf(window: Window, gamma: number): (nepers: number) => number {
  const { lowNepers, highNepers } = window;
  if (!(highNepers > lowNepers))
    throw new RangeError(`A window needs a high end above ${lowNepers} nepers, not ${highNepers}.`);
  const cells = (reachBelow + reachAbove) * cellsPerWindow;
  const table = Float64Array.from({ length: cells + 1 }, (_, i) =>
    greyAt(i / cellsPerWindow - reachBelow, gamma),
  );
  const perNeper = cellsPerWindow / (highNepers - lowNepers);
  return (nepers) => {
    const place = clamp(
      (nepers - lowNepers) * perNeper + reachBelow * cellsPerWindow,
      0,
      cells - 1,
    );
    const cell = place | 0;
    const low = table[cell] as number;
    return (low + ((table[cell + 1] as number) - low) * (place - cell) + 0.5) | 0;
  };
}

function greyAt(place: number, gamma: number): number {
  if (place < 0) return standardWindow.low * (1 + place / reachBelow);
  const risen = power(place, gamma);
  const over = risen - shoulder;
  const left = 1 - shoulder;
  const bent = over <= 0 ? risen : shoulder + (left * over) / (over + left);
  return standardWindow.low + (standardWindow.high - standardWindow.low) * bent;
}
