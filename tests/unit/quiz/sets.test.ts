import { describe, expect, test } from 'vitest';
import { groupIds, questionSetSchema } from '../../../src/atlas/question-set.ts';
import { itemsOfSet, setFaults } from '../../../src/quiz/fixed-set.ts';
import { givenIn, leftMs, sittingsIn } from '../../../src/quiz/sitting.ts';
import type { Listed } from '../../../src/quiz/test-set.ts';
import type { Attempt } from '../../../src/quiz/progress/attempt.ts';

const listed = groupIds.flatMap((group) =>
  Array.from({ length: 8 }, (_, index): Listed => ({
    id: `${group}-${index}`,
    group,
    category: 'x:y',
  })),
);
const set = questionSetSchema.parse({
  title: 'A set',
  summary: 'For a class.',
  seed: 'may',
  length: 6,
  include: ['terms-0'],
  mix: { cases: 2, pictures: 3 },
});

describe('a set that a teacher fixed', () => {
  test('holds what it names and what it asks for, in an order that is always the same', () => {
    const items = itemsOfSet(set, listed);
    expect(items).toEqual(itemsOfSet(set, listed.toReversed()));
    expect(items).toContain('terms-0');
    expect(items.map((id) => id.split('-')[0]).sort()).toEqual([
      ...['cases', 'cases', 'pictures', 'pictures', 'pictures', 'terms'],
    ]);
    expect(itemsOfSet({ ...set, seed: 'june' }, listed)).not.toEqual(items);
    expect(setFaults(set, listed)).toEqual([]);
  });

  test('is faulted for questions that are not there', () => {
    const faults = setFaults({ ...set, include: ['nothing'], mix: { cases: 9 } }, listed);
    expect(faults.map(({ message }) => message)).toEqual([
      'there is no question or item `nothing`.',
      '9 of “whole cases” are asked for, and there are 8; ask for fewer.',
    ]);
  });

  test('must say how long it is', () => {
    const wrong = questionSetSchema.safeParse({ ...set, length: 7 });
    expect(wrong.error?.issues[0]?.message).toContain('make 6 questions, and `length` says 7');
  });
});

describe('a sitting', () => {
  const [sitting] = sittingsIn([
    ['exportedAt', 5],
    ['?set=may&items=20&minutes=30', 1000],
  ]);
  if (!sitting) throw new Error('There must be a sitting.');
  const attempt = (item: string, at: number, more: Partial<Attempt> = {}): Attempt => ({
    ...{ id: `${item}-${at}`, at, item, kind: 'single-choice', category: 'x:y', mode: 'set' },
    ...{ set: 'may', answer: [1], credit: 1, tookMs: 1, ...more },
  });

  test('is gone on with from what the log holds since it began', () => {
    const given = givenIn(sitting, [
      attempt('before', 999),
      attempt('a', 1001),
      attempt('a', 1002, { credit: 0 }),
      attempt('b', 1003, { mode: 'practice' }),
      attempt('c', 1004, { set: 'june' }),
    ]);
    expect([...given]).toEqual([['a', { answer: [1], certainty: undefined, credit: 1 }]]);
  });

  test('keeps its time while the page is away', () => {
    expect(leftMs(sitting, 1000 + 29 * 60_000)).toBe(60_000);
    expect(leftMs({ ...sitting, set: { ...sitting.set, minutes: undefined } }, 0)).toBeUndefined();
  });
});
