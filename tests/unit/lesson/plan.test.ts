import { expect, test } from 'vitest';
import { clockOf, standing, standingInWords } from '../../../src/lesson/plan.ts';

const plan = [2, 3, 5];
const min = 60_000;

test.each([
  ['within the time of the stop', 1, 4, 0, 'in time'],
  ['after the time of the stop is used up', 1, 7, 2, '2 min late'],
  ['before the time of the stops before is used up', 2, 1, -4, '4 min early'],
  ['at the end, over time', 3, 12, 2, '2 min late'],
])('one is %s', (_, stop, elapsed, lateMin, words) => {
  const where = standing(plan, { stop, elapsedMs: elapsed * min, stopMs: min });
  expect(where.lateMin).toBe(lateMin);
  expect(where.plannedMin).toBe(10);
  expect(standingInWords(where)).toBe(words);
});

test.each([
  [0, '0:00'],
  [7 + 5 / 60, '7:05'],
  [62.5, '1:02:30'],
  [-1, '0:00'],
])('%d minutes are %s on the clock', (minutes, text) => {
  expect(clockOf(minutes)).toBe(text);
});
