import { describe, expect, test } from 'vitest';
import { duration, progressDisplay, progressLine } from '../../../src/press/progress.ts';

test('the progress line tells what is done, what is left and how long it takes', () => {
  expect(progressLine({ done: 3, total: 5, part: 0.5, secondsLeft: 12.4 })).toBe(
    'Images ████████████░░░░░░░░░░░░ 3 of 5 made · 2 left · about 12 s',
  );
  expect(progressLine({ done: 5, total: 5, part: 1 })).toBe(
    'Images ████████████████████████ 5 of 5 made',
  );
});

test.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [150, '3 min'],
  [4800, '80 min'],
  [6000, '1 h 40 min'],
])('%d seconds are told as %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

describe('the progress display', () => {
  /** What a display has written after some calls at given times. */
  function written(isTTY: boolean, calls: [number, number][]): string[] {
    const lines: string[] = [];
    let clock = 0;
    const show = progressDisplay({
      stream: { isTTY, columns: 80, write: (text) => lines.push(text) },
      now: () => clock,
    });
    for (const [at, done] of calls) {
      clock = at;
      show({ done, total: 3, part: done / 3 });
    }
    return lines;
  }

  test('writes a plain line now and then where there is no terminal', () => {
    const lines = written(false, [
      [0, 0],
      [500, 1],
      [9_000, 1],
      [11_000, 2],
      [12_000, 3],
      [13_000, 3],
    ]);
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.endsWith('\n') && !line.includes('\r'))).toBe(true);
  });

  test('rewrites one line of a terminal and ends it when all is made', () => {
    const lines = written(true, [
      [0, 0],
      [100, 1],
      [300, 2],
      [350, 3],
    ]);
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.startsWith('\r'))).toBe(true);
    expect(lines.filter((line) => line.endsWith('\n'))).toHaveLength(1);
  });
});
