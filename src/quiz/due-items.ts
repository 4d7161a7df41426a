import type { Attempt } from './progress/attempt.ts';
import { dueNow, scheduleOf } from './progress/schedule.ts';
import type { Listed } from './test-set.ts';

/**
 * One item of every category that is due at `now`, the most overdue first: that which was answered
 * longest ago, or never, so that the word comes back and not the picture.
 */
export function dueItems(
  items: readonly Listed[],
  attempts: readonly Attempt[],
  now: number,
): string[] {
  const last = new Map<string, number>();
  for (const { item, at } of attempts) last.set(item, Math.max(at, last.get(item) ?? 0));
  const categories = new Map<string, string[]>();
  for (const { id, category } of items)
    categories.set(category, [...(categories.get(category) ?? []), id]);
  return dueNow(scheduleOf(attempts, now), now).flatMap(({ category }) => {
    const ids = categories.get(category) ?? [];
    const [oldest] = [...ids].sort((a, b) => (last.get(a) ?? 0) - (last.get(b) ?? 0));
    return oldest === undefined ? [] : [oldest];
  });
}
