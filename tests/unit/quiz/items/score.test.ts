import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreChoice } from '../../../../src/quiz/items/choice.ts';
import { scoreDecision, wayOf } from '../../../../src/quiz/items/decision.ts';
import { scorePair } from '../../../../src/quiz/items/look-alike.ts';
import { numberIn, scoreNumber } from '../../../../src/quiz/items/numeric.ts';
import { moved, scoreOrder } from '../../../../src/quiz/items/ordering.ts';

describe('one right option', () => {
  const asked = { kind: 'single-choice', options: ['Round', 'Amorphous', 'Punctate'] } as const;
  const key = { credits: [0, 1, 0.5], why: ['', '', ''] };
  test.each([
    [1, 1, 'Right: B is the answer.'],
    [0, 0, 'Not right: you chose A; the answer is B.'],
    [2, 0.5, 'Near: C earns 50%; the answer is B.'],
  ])('choosing %d earns %d: %s', (option, credit, reason) => {
    expect(scoreChoice(asked, key, [option])).toEqual({ credit, reason });
  });
});

describe('several right options', () => {
  const asked = { kind: 'multiple-choice', options: ['a', 'b', 'c', 'd'] } as const;
  const key = { credits: [1, 0, 1, 0], why: [] };
  test.each([
    [[0, 2], 1, 'Right: A and C, and no other.'],
    [[0], 0.5, 'Partly right: you found 1 of 2 (50%); the answer is A and C.'],
    [
      [0, 1, 2],
      0.5,
      'Partly right: you found 2 of 2, and 1 that does not belong (50%); the answer is A and C.',
    ],
    [
      [0, 1, 2, 3],
      0,
      'Not right: you found 2 of 2, and 2 that do not belong (0%); the answer is A and C.',
    ],
    [
      [1, 3],
      0,
      'Not right: you found 0 of 2, and 2 that do not belong (0%); the answer is A and C.',
    ],
  ])('%j earns %d', (answer, credit, reason) => {
    expect(scoreChoice(asked, key, answer)).toEqual({ credit, reason });
  });
});

describe('a number', () => {
  const asked = { kind: 'numeric', unit: 'mm' } as const;
  const key = { answer: 0.5, tolerance: 0.1, slips: [{ value: 5, why: 'That is in tenths.' }] };

  test.each([
    ['0.5', 0.5],
    [' 0,5 mm ', 0.5],
    ['20%', 20],
    ['−3', -3],
    ['about 2', undefined],
    ['', undefined],
    ['1 2', undefined],
  ])('is read from “%s”', (typed, number) => {
    expect(numberIn(typed)).toBe(number);
  });

  test.each([
    ['0.5', 1, 'Right: 0.5\u202fmm.'],
    ['0.6', 1, 'Right: 0.6 is near enough to 0.5\u202fmm.'],
    ['0,7', 0.5, 'Near: you said 0.7, which earns 50%; it is 0.5\u202fmm.'],
    ['0.71', 0, 'Not right: you said 0.71; it is 0.5\u202fmm.'],
    ['5', 0, 'Not right: you said 5; it is 0.5\u202fmm. That is in tenths.'],
  ])('“%s” earns %d', (typed, credit, reason) => {
    expect(scoreNumber(asked, key, typed)).toEqual({ credit, reason });
  });
});

describe('an order', () => {
  const asked = { kind: 'ordering', from: '', to: '', entries: ['a', 'b', 'c', 'd'] } as const;
  const key = { ranks: [2, 0, 1, 1], why: [] };

  test('is right with entries on a level either way round', () => {
    expect(scoreOrder(asked, key, [1, 2, 3, 0]).credit).toBe(1);
    expect(scoreOrder(asked, key, [1, 3, 2, 0]).credit).toBe(1);
  });

  test('earns nothing turned round, and in part with some pairs right', () => {
    expect(scoreOrder(asked, key, [0, 2, 3, 1]).credit).toBe(0);
    expect(scoreOrder(asked, key, [2, 1, 3, 0])).toEqual({
      credit: 0.6,
      reason:
        'Partly right: 4 of 5 pairs stand in the right order; as chance gives half of them, it earns 60%.',
    });
  });

  test('never earns less when two neighbours are put right', () => {
    const shuffles = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(shuffles, fc.integer({ min: 0, max: 2 }), (answer, place) => {
        const [first = 0, second = 0] = [answer[place], answer[place + 1]];
        if ((key.ranks[first] ?? 0) <= (key.ranks[second] ?? 0)) return;
        expect(scoreOrder(asked, key, moved(answer, place, 1)).credit).toBeGreaterThanOrEqual(
          scoreOrder(asked, key, answer).credit,
        );
      }),
    );
  });

  test('keeps all its entries when one is moved, also at an end', () => {
    expect(moved([0, 1, 2], 0, -1)).toEqual([0, 1, 2]);
    expect(moved([0, 1, 2], 0, 1)).toEqual([1, 0, 2]);
    expect(moved([0, 1, 2], 2, 1)).toEqual([0, 1, 2]);
  });
});

describe('a look-alike pair', () => {
  const asked = {
    kind: 'look-alike-pair',
    words: ['Amorphous', 'Punctate'],
    sides: ['x', 'y'],
  } as const;
  const key = { words: [1, 0], why: [] };
  test.each([
    [[1, 0], 1, 'Right: both are told apart.'],
    [[1, 1], 0.5, 'One of two: the first is punctate, the second is amorphous.'],
    [[0, 1], 0, 'Not right: the first is punctate, the second is amorphous.'],
  ])('%j earns %d', (answer, credit, reason) => {
    expect(scorePair(asked, key, answer)).toEqual({ credit, reason });
  });
});

describe('a decision in steps', () => {
  const key = {
    steps: [
      {
        situation: 'Nothing in the slides.',
        choices: ['Polarise', 'Report as lost'],
        outcomes: [
          { credit: 1, consequence: 'Dark.', next: 1 },
          { credit: 0, consequence: 'Too early.' },
        ],
      },
      {
        situation: 'Still nothing.',
        choices: ['X-ray the block', 'Cut through blindly'],
        outcomes: [
          { credit: 1, consequence: 'Specks at 2 mm.' },
          { credit: 0.5, consequence: 'Tissue is spent.' },
        ],
      },
    ],
  };
  const asked = {
    kind: 'decision',
    first: key.steps[0] ?? { situation: '', choices: [] },
  } as const;

  test('shows what comes of each choice, and what waits', () => {
    expect(wayOf(key, []).waiting?.situation).toBe('Nothing in the slides.');
    const { taken, waiting } = wayOf(key, [0]);
    expect(taken.map(({ outcome }) => outcome.consequence)).toEqual(['Dark.']);
    expect(waiting?.situation).toBe('Still nothing.');
    expect(wayOf(key, [0, 0]).waiting).toBeUndefined();
    expect(wayOf(key, [1]).waiting).toBeUndefined();
  });

  test.each([
    [[0, 0], 1, 'Right: all 2 steps were the right one.'],
    [[0, 1], 0.75, 'Partly right (75%): credit was lost at step 2, “Cut through blindly”.'],
    [[1], 0, 'Not right (0%): credit was lost at step 1, “Report as lost”.'],
    [[], 0, 'Nothing was decided.'],
  ])('%j earns %d', (answer, credit, reason) => {
    expect(scoreDecision(asked, key, answer)).toEqual({ credit, reason });
  });
});
