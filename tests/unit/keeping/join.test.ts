import { expect, test } from 'vitest';
import { isQuiet } from '../../../src/keeping/join.ts';

test.each([
  ['/practice/', true],
  ['/atlas/practice/endless/', true],
  ['/lessons/own/', true],
  ['/lessons/', false],
  ['/', false],
  ['/chapters/practice-of-biopsy/', false],
])('on %s a new edition is kept back: %s', (path, expected) => {
  expect(isQuiet(path)).toBe(expected);
});
