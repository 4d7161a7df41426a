/** A test set that is being sat: begun, left and gone on with, from the log alone. Pure. */
import type { Given } from './given.ts';
import type { Attempt } from './progress/attempt.ts';
import { setIn, type TestSet } from './test-set.ts';

/** A set that somebody began and did not finish. */
export interface Sitting {
  readonly set: TestSet;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

/** The sittings among the facts that a browser keeps: the query of the set, and when it was begun. */
export const sittingsIn = (facts: readonly (readonly [name: string, at: number])[]): Sitting[] =>
  facts.flatMap(([name, begunAt]) => {
    const set = name.startsWith('?set=') ? setIn(name) : undefined;
    return set ? [{ set, begunAt }] : [];
  });

/** What was answered in a sitting, by item: of two answers to one, the first. */
export function givenIn(
  { set, begunAt }: Sitting,
  attempts: readonly Attempt[],
): Map<string, Given> {
  const given = new Map<string, Given>();
  for (const attempt of attempts) {
    const { item, answer, certainty, credit, at, mode } = attempt;
    if (mode !== 'set' || attempt.set !== set.seed || at < begunAt || given.has(item)) continue;
    given.set(item, { answer, certainty, credit });
  }
  return given;
}

/** How long is left of a sitting; undefined where it has no limit. */
export const leftMs = ({ set, begunAt }: Sitting, now: number): number | undefined =>
  set.minutes === undefined ? undefined : begunAt + set.minutes * 60_000 - now;
