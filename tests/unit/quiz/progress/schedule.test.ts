import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../../src/quiz/progress/attempt.ts';
import { morphologyIds } from '../../../../src/lexicon/index.ts';
import { reportOf } from '../../../../src/quiz/progress/report.ts';
import { dueNow, scheduleOf } from '../../../../src/quiz/progress/schedule.ts';

const dayMs = 86_400_000;
const lists = { morphology: morphologyIds };
let made = 0;
function answered(
  category: string,
  day: number,
  credit: number,
  fields: Partial<Attempt> = {},
): Attempt {
  made += 1;
  return {
    id: `a${made}`,
    at: day * dayMs + made,
    item: category.replace(':', '-'),
    kind: 'single-choice',
    category,
    mode: 'practice',
    answer: [0],
    credit,
    tookMs: 5000,
    ...fields,
  };
}

describe('the schedule', () => {
  const days = (attempts: readonly Attempt[], now: number) =>
    scheduleOf(attempts, now).map(({ category, due }) => [category, due / dayMs]);

  test('brings a category that went wrong back sooner than one that went well', () => {
    const log = [answered('a:well', 100, 1), answered('a:badly', 100, 0)];
    const [first, second] = scheduleOf(log, 100 * dayMs);
    expect(first?.category).toBe('a:badly');
    expect(first?.due).toBeGreaterThanOrEqual(101 * dayMs);
    expect(second?.due).toBeGreaterThan(first?.due ?? Infinity);
  });

  test('waits longer with every time that it goes well', () => {
    let day = 100;
    const log = [answered('a:term', day, 1)];
    const waits: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      const due = (days(log, 0)[0]?.[1] as number) ?? 0;
      waits.push(due - day);
      day = due;
      log.push(answered('a:term', day, 1));
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(30);
  });

  test('is the same however often it is computed, in whatever order the log lies', () => {
    const log = [answered('a:x', 3, 1), answered('a:x', 9, 0.5), answered('a:y', 4, 0)];
    expect(days([...log].reverse(), 0)).toEqual(days(log, 0));
  });

  test('tells what is due, and nothing of what is not', () => {
    const log = [answered('a:old', 10, 0), answered('a:fresh', 40, 1)];
    const schedule = scheduleOf(log, 40 * dayMs);
    expect(dueNow(schedule, 40 * dayMs).map(({ category }) => category)).toEqual(['a:old']);
    expect(dueNow(schedule, 10 * dayMs)).toEqual([]);
  });
});

describe('the report', () => {
  const term = (truth: string, answer: string, item = truth) =>
    answered(`morphology:${truth}`, 1, truth === answer ? 1 : 0, {
      item,
      certainty: 3,
      term: { asks: 'morphology', truth, answer },
    });

  test('is silent about everything that has too few answers', () => {
    const report = reportOf([term('amorphous', 'amorphous')], lists);
    expect(report).toMatchObject({
      answers: 1,
      items: 1,
      meanCredit: { silent: 'Not enough answers yet: 1 of 20.' },
      seconds: { silent: 'Not enough timed answers yet: 1 of 10.' },
      trend: { silent: 'Not enough answers yet: 1 of 80.' },
      reliability: [],
    });
    expect(report.terms[0]?.agreement).toEqual({
      silent: 'Not enough answers to compare yet: 1 of 20.',
    });
  });

  test('tells agreement with the truth, and with oneself on repeats', () => {
    const items = Array.from({ length: 20 }, (_, index) => `item-${index}`);
    const truths = items.map((_, index) => (index % 2 ? 'amorphous' : 'punctate'));
    const log = [
      ...items.map((item, index) => term(truths[index] ?? '', truths[index] ?? '', item)),
      ...items.map((item, index) => term(truths[index] ?? '', 'amorphous', item)),
    ];
    const report = reportOf(log, lists);
    expect(report.terms[0]?.agreement).toMatchObject({ value: 0.5, cases: 40 });
    expect(report.terms[0]?.withOneself).toMatchObject({ value: 0, cases: 20 });
    expect(report.meanCredit).toMatchObject({ value: 0.75 });
    // Very sure, and right in three of four.
    expect(report.reliability[0]?.happened.value).toBe(0.75);
    expect(report.brier).toMatchObject({ value: expect.closeTo(0.75 * 0.01 + 0.25 * 0.81, 9) });
  });

  test('counts a neighbouring category in part, since categories have an order and shapes have none', () => {
    const categories = { assessment: ['2', '3', '4a'], morphology: ['2', '3', '4a'] };
    const pairs = ['2 2', '3 2', '3 3', '4a 4a'].flatMap((pair) => Array(10).fill(pair));
    const log = pairs.flatMap((pair: string, index) =>
      ['assessment', 'morphology'].map((asks) => {
        const [truth = '', answer = ''] = pair.split(' ');
        const fields = { item: `item-${index}`, term: { asks, truth, answer } };
        return answered(`${asks}:${truth}`, 1, 1, fields);
      }),
    );
    const [assessment, morphology] = reportOf(log, categories).terms;
    // By hand: (0.75 − 0.3125) / 0.6875, and with half for a neighbour (0.875 − 0.5625) / 0.4375.
    expect(assessment?.agreement).toMatchObject({ value: expect.closeTo(7 / 11, 9) });
    expect(assessment?.weighted).toMatchObject({ value: expect.closeTo(5 / 7, 9) });
    expect(morphology?.weighted).toBeUndefined();
  });

  test('measures finding on mammograms alone, and what was decided on all cases', () => {
    const read = (index: number, magnifiedOnly: boolean) =>
      answered('reading:amorphous', 1, 1, {
        kind: 'reading',
        answer: { mark: null, recalled: true },
        reading: {
          ...{ terms: [], credits: {}, likelihood: 0.5, stray: false },
          ...{ hit: magnifiedOnly, isMalignant: index % 2 === 0 },
          biopsy: { taken: true, needed: index % 2 === 0 },
          ...(magnifiedOnly && { magnifiedOnly: true }),
        },
      });
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const magnified = numbers.map((index) => read(index, true));
    const few = reportOf(magnified, lists).readings;
    expect(few.found).toEqual({ silent: 'Not enough cases read from the mammogram yet: 0 of 10.' });
    expect(few.figureOfMerit).toHaveProperty('silent');
    expect(few.decision).toMatchObject({ sensitivity: { value: 1, cases: 10 } });
    const both = reportOf([...magnified, ...numbers.map((index) => read(index, false))], lists);
    // All were missed on mammograms; those marked on magnification views do not make up for it.
    expect(both.readings.found).toMatchObject({ value: 0, cases: 20 });
    expect(both.readings.figureOfMerit).toMatchObject({ value: 0.5, cases: 20 });
    expect(both.readings).toMatchObject({ cases: 40, area: { cases: 40 } });
  });

  test('of ten thousand answers takes a fraction of a second', () => {
    const log = Array.from({ length: 10_000 }, (_, index) =>
      term(index % 3 ? 'amorphous' : 'rim', index % 5 ? 'amorphous' : 'rim', `item-${index % 90}`),
    );
    const before = process.cpuUsage();
    reportOf(log, lists);
    scheduleOf(log, 2 * dayMs);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(1000);
  });
});
