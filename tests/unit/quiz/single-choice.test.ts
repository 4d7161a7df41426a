import { describe, expect, test } from 'vitest';
import {
  check,
  choose,
  fresh,
  type Item,
  scoreLine,
  tryAgain,
  verdict,
} from '../../../src/quiz/single-choice.ts';

const item: Item = {
  title: 'A group in the upper outer quadrant',
  prompt: 'Which word fits?',
  options: [
    { text: 'Round', correct: false, why: 'No particle is smooth.' },
    { text: 'Amorphous', correct: true, why: 'No outline can be named.' },
    { text: 'Rim', correct: false, why: 'There is no shell.' },
  ],
  explanation: 'The particles are too small for a shape.',
};

describe('answering a single-choice question', () => {
  test('nothing is checked before an option is chosen', () => {
    expect(check(fresh, item)).toEqual(fresh);
  });

  test.each([
    { option: 1, right: true, words: 'Right: B is the answer.' },
    { option: 2, right: false, words: 'Not right: you chose C; the answer is B.' },
  ])('option $option is judged: $words', ({ option, right, words }) => {
    const checked = check(choose(fresh, option), item);
    expect(checked).toEqual({ chosen: option, checked: true, firstRight: right });
    expect(verdict(item, checked)).toBe(words);
  });

  test('a choice may change until it is checked, and not after', () => {
    const changed = choose(choose(fresh, 0), 1);
    expect(changed.chosen).toBe(1);
    const checked = check(changed, item);
    expect(choose(checked, 2)).toBe(checked);
  });

  test('a second try does not change how the first answer turned out', () => {
    const wrongFirst = check(choose(fresh, 0), item);
    const again = tryAgain(wrongFirst);
    expect(again).toEqual({ chosen: undefined, checked: false, firstRight: false });
    expect(check(choose(again, 1), item).firstRight).toBe(false);
  });
});

test.each([
  { answers: [true], questions: 1, words: '1 of 1 right on this page at the first answer.' },
  { answers: [false], questions: 1, words: '0 of 1 right on this page at the first answer.' },
  {
    answers: [true, false],
    questions: 5,
    words: '1 of 2 right on this page at the first answer; 3 still to answer.',
  },
])('the score of $answers out of $questions reads “$words”', ({ answers, questions, words }) => {
  expect(scoreLine(answers, questions)).toBe(words);
});
