import { expect, test } from 'vitest';
import { fieldWidth } from '../../../src/components/field-width.ts';

test.each([
  { widthPx: 4000, umPerPixel: 12.5, words: 'Field 50\u202fmm wide' },
  { widthPx: 2220, umPerPixel: 0.499, words: 'Field 1.11\u202fmm wide' },
  { widthPx: 3328, umPerPixel: 70, words: 'Field 233\u202fmm wide' },
])('$widthPx pixels of $umPerPixel µm: $words', ({ widthPx, umPerPixel, words }) => {
  expect(fieldWidth(widthPx, umPerPixel)).toBe(words);
});
