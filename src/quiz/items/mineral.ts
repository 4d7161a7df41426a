import type { ViewOfCase } from '../../atlas/example-views.ts';
import { percentOf, type Score } from '../scoring/score.ts';
import { type ChoiceKey, letterOf } from './choice.ts';

/** A section in plain light, and the same between crossed polars, which may be put in or not. */
export interface AskedMineral {
  readonly kind: 'mineral';
  readonly options: readonly string[];
  /** Plain light, then polarised. */
  readonly pictures: readonly ViewOfCase[];
}

/** The option chosen, and whether the polars were in before. */
export interface MineralAnswer {
  readonly option: number | null;
  readonly polarised: boolean;
}

/**
 * Scores the mineral and the way to it: the mean of what the option earns and of having looked between
 * the polars, which is a step of every search since oxalate takes no stain.
 */
export function scoreMineral(
  _asked: AskedMineral,
  { credits }: ChoiceKey,
  { option, polarised }: MineralAnswer,
): Score {
  const named = credits[option ?? -1] ?? 0;
  const right = letterOf(credits.indexOf(1));
  const credit = (named + (polarised ? 1 : 0)) / 2;
  const said =
    named === 1
      ? `${right} is the mineral`
      : `you chose ${letterOf(option ?? 0)}${named > 0 ? `, which earns ${percentOf(named)}` : ''}; it is ${right}`;
  const looked = polarised
    ? 'you looked between the polars'
    : 'you did not look between the polars, which costs half: what takes no stain is only seen there';
  const verdict =
    credit === 1 ? 'Right' : credit > 0 ? `Partly right (${percentOf(credit)})` : 'Not right';
  return { credit, reason: `${verdict}: ${said}, and ${looked}.` };
}
