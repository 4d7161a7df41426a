import type { MorphologyId } from '../../lexicon/index.ts';
import type { Anatomy } from '../anatomy.ts';
import type { Territory } from '../distribution/territory.ts';
import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import type { PhantomPoint } from '../frame.ts';
import { habits } from '../habit.ts';
import type { Part } from '../lesion.ts';
import type { Plan } from '../plan.ts';
import type { Solid } from '../solid/solid.ts';
import { type Axes, axesAlong, distance } from '../vector.ts';

/** A speck in the making: what it is and the structure that it forms in, before it has a number. */
export interface Deposit {
  readonly morphology: MorphologyId;
  readonly at: PhantomPoint;
  readonly axes: Axes;
  readonly solid: Solid;
  readonly spanMm: number;
  readonly part: Part;
  /** The lobular unit nearest to it, where it lies at one. */
  readonly tdlu: number | null;
}

/** What calcium forms from: the plan, the anatomy, and where in it. */
export interface Ground {
  readonly plan: Plan;
  readonly anatomy: Anatomy;
  readonly territory: Territory;
}

/** Axes at random. */
export const anyAxes = (draw: Draw): Axes => axesAlong(draw.direction(), draw.direction());

/** The sizes that a morphology is made in: its limits, with a margin so that none is crossed. */
export function madeSizesMm(morphology: MorphologyId): readonly [least: number, most: number] {
  const [least, most] = habits[morphology].sizeMm;
  return [least * 1.04, most * 0.95];
}

/** A size about the plan's typical one; `spread` is the deviation of its logarithm. */
export function sizeAbout(
  plan: Plan,
  morphology: MorphologyId,
  spread: number,
  draw: Draw,
): number {
  const [low, high] = habits[morphology].usualSizeMm;
  const typical = morphology === plan.morphology ? plan.sizeMm : (low + high) / 2;
  const [least, most] = madeSizesMm(morphology);
  // Drawn again where it lies outside: cut off there, many would be of the very same size.
  for (let tries = 0; tries < 12; tries++) {
    const sizeMm = draw.logNormal(typical, spread);
    if (sizeMm >= least && sizeMm <= most) return sizeMm;
  }
  return clamp(typical, least, most);
}

/** How much mineral a plan's difficulty leaves of the packing: a hard case is faint. */
export const conspicuity = (plan: Plan): number => 1 - 0.4 * plan.difficulty;

/** Tells whether a ball keeps clear of deposits that are there already. */
export const isClear = (
  deposits: readonly Deposit[],
  at: PhantomPoint,
  radiusMm: number,
): boolean =>
  deposits.every((other) => distance(other.at, at) > other.spanMm / 2 + radiusMm + 0.03);
