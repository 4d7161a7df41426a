import { expect, test } from 'vitest';
import { asAnswered, asKept, keptBytes, seenKey, surplus } from '../../../src/keeping/seen.ts';

test('a part of a picture is kept and comes back as the part that it was', async () => {
  const answer = new Response('tile', {
    status: 206,
    headers: { 'content-type': 'image/x', 'content-range': 'bytes 3-6/99' },
  });
  const kept = asKept(answer, new Blob(['tile']));
  expect(kept.status).toBe(200);
  expect(keptBytes(kept)).toBe(4);
  const again = asAnswered(kept);
  expect(again.status).toBe(206);
  expect(again.headers.get('content-range')).toBe('bytes 3-6/99');
  expect(again.headers.get('content-type')).toBe('image/x');
  expect(await again.text()).toBe('tile');
});

test('a whole file comes back whole', () => {
  const still = new Response('still', { headers: { 'content-type': 'image/jpeg' } });
  expect(asAnswered(asKept(still, new Blob(['still']))).status).toBe(200);
});

test('parts of one file have keys of their own', () => {
  const parts = ['bytes=0-1', 'bytes=0-2', null].map((range) => seenKey('https://host/a', range));
  expect(new Set(parts).size).toBe(3);
});

test.each([
  ['all is kept where there is room', [5, 5], 10, 0],
  ['the oldest goes first', [5, 5, 5], 10, 1],
  ['as many go as must', [1, 1, 9], 9, 2],
  ['a part larger than the room goes too', [20], 10, 1],
  ['nothing goes of nothing', [], 0, 0],
])('%s', (_, sizes, most, gone) => expect(surplus(sizes, most)).toBe(gone));
