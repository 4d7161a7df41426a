import { expect, test } from 'vitest';
import { letterOf } from '../../../src/components/letter.ts';

test.each([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [53, 'bb'],
])('item %i of a series is named %s', (index, letter) => {
  expect(letterOf(index)).toBe(letter);
});
