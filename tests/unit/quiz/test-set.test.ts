import { describe, expect, test } from 'vitest';
import { drawSet, queryOf, seedOf, setIn } from '../../../src/quiz/test-set.ts';

const ids = Array.from({ length: 40 }, (_, index) => `item-${index}`);

describe('a test set', () => {
  test('is the same for everybody who has its seed, and another for another seed', () => {
    const set = { seed: 'class-of-may', items: 10 };
    expect(drawSet(ids, set)).toEqual(drawSet([...ids].reverse(), set));
    expect(drawSet(ids, set)).not.toEqual(drawSet(ids, { ...set, seed: 'class-of-june' }));
    expect(new Set(drawSet(ids, set)).size).toBe(10);
  });

  test('of more items than there are holds all of them', () => {
    expect(drawSet(ids, { seed: 'a', items: 60 })).toHaveLength(40);
  });

  test.each([
    ['?set=class-of-may&items=10', { seed: 'class-of-may', items: 10 }],
    ['?set=class-of-may', { seed: 'class-of-may', items: 20 }],
    ['?set=x&items=9999', { seed: 'x', items: 60 }],
    ['?set=x&items=-3', { seed: 'x', items: 5 }],
    ['?set=x&items=many', { seed: 'x', items: 20 }],
    ['?set=<script>', { seed: 'script', items: 20 }],
    ['?set=', undefined],
    ['', undefined],
  ])('is read from the link %s', (query, set) => {
    expect(setIn(query)).toEqual(set);
  });

  test('has a link that leads back to it', () => {
    const set = { seed: seedOf('Class of May 2026!'), items: 12 };
    expect(set.seed).toBe('class-of-may-2026');
    expect(setIn(queryOf(set))).toEqual(set);
  });
});
