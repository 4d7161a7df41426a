import { expect, test } from 'vitest';
import { readExcerpt } from '../../../src/search/excerpt.ts';

test('words that were found are told from the rest', () => {
  expect(readExcerpt('Many <mark>amorphous</mark> groups are <mark>benign</mark>.')).toEqual([
    { text: 'Many ', found: false },
    { text: 'amorphous', found: true },
    { text: ' groups are ', found: false },
    { text: 'benign', found: true },
    { text: '.', found: false },
  ]);
});

test('signs that Pagefind escapes are shown as they were written', () => {
  expect(readExcerpt('&lt;0.5 mm &amp; “punctate”')).toEqual([
    { text: '<0.5 mm & “punctate”', found: false },
  ]);
});

test('an escaped entity is unescaped once only', () => {
  expect(readExcerpt('&amp;lt;')).toEqual([{ text: '&lt;', found: false }]);
});

test('markup other than marks stays text', () => {
  expect(readExcerpt('<img src=x> <mark>y</mark>')).toEqual([
    { text: '<img src=x> ', found: false },
    { text: 'y', found: true },
  ]);
});
