/** The questions of a lesson as a summary of its sessions needs them. Pure. */
import { keyOf } from '../quiz/item.ts';
import type { ChoiceKey } from '../quiz/items/choice.ts';
import type { TaughtLesson } from './data.ts';
import { optionsOf } from './session.ts';
import type { Polled } from './votes.ts';

/** Each question of a lesson once, as the summary needs it. */
export function polled({ stops }: Pick<TaughtLesson, 'stops'>): Polled[] {
  const found = new Map<string, Polled>();
  for (const stop of stops)
    if (stop.asking) {
      const { id, item } = stop.asking;
      const key = keyOf(item) as ReturnType<typeof keyOf> & ChoiceKey;
      found.set(id, { id, title: item.asked.title, options: optionsOf(stop), key });
    }
  return [...found.values()];
}
