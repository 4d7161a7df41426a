import { expect, test } from 'vitest';
import {
  type Offer,
  roomLeft,
  sizeInWords,
  standingOf,
  unneeded,
} from '../../../src/keeping/offer.ts';

const file = (bytes: number) => ({ bytes, sum: '' });
const files = { a: file(10), b: file(20), c: file(30) };
const offer = (id: string, ...paths: string[]): Offer => ({
  id,
  kind: 'case',
  title: id,
  files: paths,
});

test('what is missing of an offer is known by file and by size', () => {
  expect(standingOf(offer('x', 'a', 'b', 'c'), files, new Set(['b']))).toEqual({
    bytes: 60,
    keptBytes: 20,
    missing: ['a', 'c'],
  });
});

test('a picture stays as long as one of those that need it is wanted', () => {
  const offers = [offer('x', 'a', 'b'), offer('y', 'b', 'c')];
  const kept = ['a', 'b', 'c'];
  expect(unneeded(kept, offers, new Set(['x', 'y']))).toEqual([]);
  expect(unneeded(kept, offers, new Set(['y']))).toEqual(['a']);
  expect(unneeded(kept, offers, new Set())).toEqual(kept);
});

test('a picture of an earlier edition is not needed', () => {
  expect(unneeded(['old', 'a'], [offer('x', 'a')], new Set(['x']))).toEqual(['old']);
});

test('a little room is left to the browser, and there is never less than none', () => {
  expect(roomLeft({ quota: 1000, usage: 100 })).toBe(880);
  expect(roomLeft({ quota: 1000, usage: 990 })).toBe(0);
});

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [99_000, '99 kB'],
  [830_000, '0.8 MB'],
  [24_400_000, '24 MB'],
  [1_240_000_000, '1.2 GB'],
])('%i bytes are said as %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));
