/** The questions of a set that a teacher has fixed. Pure. */
import type { QuestionSet } from '../atlas/question-set.ts';
import { groupIds } from '../atlas/question-set.ts';
import { groupLabels } from './bank/draft.ts';
import { shuffled } from './draw.ts';
import type { Listed } from './test-set.ts';

/** The ids of its items in their order, which follow from the set alone and the items there are. */
export function itemsOfSet(set: QuestionSet, listed: readonly Listed[]): string[] {
  const { seed, include, mix } = set;
  const drawn = groupIds.flatMap((group) => {
    const pool = listed.filter((each) => each.group === group && !include.includes(each.id));
    const ids = pool.map(({ id }) => id).sort();
    return shuffled(ids, `${seed} ${group}`).slice(0, mix[group] ?? 0);
  });
  return shuffled([...include, ...drawn], seed);
}

/** What does not fit between a set and the items there are. */
export function setFaults(
  { include, mix }: QuestionSet,
  listed: readonly Listed[],
): { path: (string | number)[]; message: string }[] {
  const known = new Set(listed.map(({ id }) => id));
  const unknown = include.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ path: ['include', index], message: `there is no question or item \`${id}\`.` }],
  );
  const short = groupIds.flatMap((group) => {
    const there = listed.filter(
      (each) => each.group === group && !include.includes(each.id),
    ).length;
    const wanted = mix[group] ?? 0;
    return wanted <= there
      ? []
      : [
          {
            path: ['mix', group],
            message: `${wanted} of “${groupLabels[group].toLowerCase()}” are asked for, and there are ${there}; ask for fewer.`,
          },
        ];
  });
  return [...unknown, ...short];
}
