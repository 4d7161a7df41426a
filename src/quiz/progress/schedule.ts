import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Attempt } from './attempt.ts';

/** When a category is to be practised again. */
export interface Due {
  readonly category: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  /** Chance that it would be right now, from 0 to 1. */
  readonly recall: number;
}

// Whole days only, no chance: the same log gives the same schedule in every browser.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
const dayMs = 86_400_000;

/** How well a day of a category went, as FSRS rates it. */
export function ratingOf(credits: readonly number[]): Grade {
  const mean = credits.reduce((sum, each) => sum + each, 0) / credits.length;
  if (mean < 0.5) return Rating.Again;
  if (mean < 0.8) return Rating.Hard;
  return mean < 1 || credits.length < 3 ? Rating.Good : Rating.Easy;
}

/**
 * When each category that was practised is due again, the most overdue first, by FSRS over the days on
 * which it was practised. A category is scheduled, not a picture, so that a fresh one can be drawn and
 * the word is learnt instead of the image. `now` is in milliseconds.
 */
export function scheduleOf(attempts: readonly Attempt[], now: number): Due[] {
  const days = new Map<string, Map<number, number[]>>();
  for (const { category, at, credit } of attempts) {
    const day = Math.floor(at / dayMs);
    const ofCategory = days.get(category) ?? new Map<number, number[]>();
    const ofDay = ofCategory.get(day) ?? [];
    ofDay.push(credit);
    ofCategory.set(day, ofDay);
    days.set(category, ofCategory);
  }
  return [...days]
    .map(([category, practised]) => {
      const inOrder = [...practised].sort(([a], [b]) => a - b);
      let card: Card = createEmptyCard(new Date((inOrder[0]?.[0] ?? 0) * dayMs));
      for (const [day, credits] of inOrder)
        card = scheduler.next(card, new Date(day * dayMs), ratingOf(credits)).card;
      return {
        category,
        due: card.due.getTime(),
        recall: scheduler.get_retrievability(card, new Date(now), false),
      };
    })
    .sort((a, b) => a.due - b.due || (a.category < b.category ? -1 : 1));
}

/** The categories that are due at `now`. */
export const dueNow = (schedule: readonly Due[], now: number) =>
  schedule.filter(({ due }) => due <= now);
