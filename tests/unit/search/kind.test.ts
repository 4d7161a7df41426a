import { expect, test } from 'vitest';
import { filterFor } from '../../../src/search/kind.ts';

test('pages of any of the chosen kinds are asked for, not pages of all of them at once', () => {
  expect(filterFor(['case', 'chapter'])).toEqual({ kind: { any: ['case', 'chapter'] } });
});

test('without a chosen kind all pages are asked for', () => {
  expect(filterFor([])).toEqual({});
});
