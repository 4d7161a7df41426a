import { describe, expect, test } from 'vitest';
import {
  clock,
  drawSet,
  type Listed,
  poolSize,
  queryOf,
  seedOf,
  setIn,
} from '../../../src/quiz/test-set.ts';

const ids = Array.from({ length: 40 }, (_, index): Listed => ({
  id: `item-${index}`,
  group: index < 8 ? 'cases' : 'written',
  category: 'chapter:introduction',
}));
const all = { of: 'all' } as const;

describe('a test set', () => {
  test('is the same for everybody who has its seed, and another for another seed', () => {
    const set = { seed: 'class-of-may', items: 10, ...all };
    expect(drawSet(ids, set)).toEqual(drawSet([...ids].reverse(), set));
    expect(drawSet(ids, set)).not.toEqual(drawSet(ids, { ...set, seed: 'class-of-june' }));
    expect(new Set(drawSet(ids, set)).size).toBe(10);
  });

  test('of more items than there are holds all of them', () => {
    expect(drawSet(ids, { seed: 'a', items: 60, ...all })).toHaveLength(40);
    expect([poolSize(ids, 'all'), poolSize(ids, 'cases')]).toEqual([40, 8]);
  });

  test.each([
    ['?set=class-of-may&items=10', { seed: 'class-of-may', items: 10, ...all }],
    ['?set=class-of-may', { seed: 'class-of-may', items: 20, ...all }],
    ['?set=x&items=9999', { seed: 'x', items: 60, ...all }],
    ['?set=x&items=-3', { seed: 'x', items: 1, ...all }],
    ['?set=x&items=3', { seed: 'x', items: 3, ...all }],
    ['?set=x&items=many', { seed: 'x', items: 20, ...all }],
    ['?set=<script>', { seed: 'script', items: 20, ...all }],
    ['?set=x&of=cases&minutes=30', { seed: 'x', items: 20, of: 'cases', minutes: 30 }],
    ['?set=x&of=nothing&minutes=soon', { seed: 'x', items: 20, ...all }],
    ['?set=x&minutes=100000', { seed: 'x', items: 20, ...all, minutes: 240 }],
    ['?set=', undefined],
    ['', undefined],
  ])('is read from the link %s', (query, set) => {
    expect(setIn(query)).toEqual(set);
  });

  test('of whole cases holds nothing else', () => {
    const drawn = drawSet(ids, { seed: 'a', items: 20, of: 'cases' });
    expect(drawn.map((id) => Number(id.slice(5))).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('shows its time as a clock does, and none below nothing', () => {
    expect([clock(65_000), clock(59_001), clock(-5)]).toEqual(['1:05', '1:00', '0:00']);
  });

  test.each([{ ...all }, { of: 'images', minutes: 25 } as const])(
    'has a link that leads back to it',
    (choices) => {
      const set = { seed: seedOf('Class of May 2026!'), items: 12, ...choices };
      expect(set.seed).toBe('class-of-may-2026');
      expect(setIn(queryOf(set))).toEqual(set);
    },
  );
});
