import { expect, test } from 'vitest';
import { scoreLine } from '../../../src/quiz/page-score.ts';

test.each([
  { credits: [1], questions: 1, words: '1 of 1 right on this page at the first answer.' },
  { credits: [0], questions: 1, words: '0 of 1 right on this page at the first answer.' },
  {
    credits: [1, 0, 0.5],
    questions: 5,
    words: '1 of 3 right and 1 partly on this page at the first answer; 2 still to answer.',
  },
])('the score of $credits out of $questions reads “$words”', ({ credits, questions, words }) => {
  expect(scoreLine(credits, questions)).toBe(words);
});
