import { expect, test } from 'vitest';
import { answerRange, readRange } from '../../../src/keeping/range.ts';
import { httpSource } from '../../../src/pyramid/byte-source.ts';

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=90-', 90, 100],
  ['bytes=-5', 95, 100],
  ['bytes=-500', 0, 100],
  ['bytes=50-5000', 50, 100],
])('of a hundred bytes, %s are those from %i up to %i', (header, start, end) => {
  expect(readRange(header, 100)).toEqual({ start, end });
});

test.each([null, '', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2'])(
  '"%s" asks for all of it',
  async (header) => {
    const answer = answerRange(new Blob(['whole']), header, 'text/plain');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('whole');
  },
);

test('a part that the file does not have is refused', () => {
  const answer = answerRange(new Blob(['abc']), 'bytes=7-9', 'text/plain');
  expect(answer.status).toBe(416);
  expect(answer.headers.get('content-range')).toBe('bytes */3');
});

test('the reader of pyramids gets from a kept file what it gets from a server', async () => {
  const file = new Blob([Uint8Array.from({ length: 200 }, (_, at) => at)]);
  const asked: (string | null)[] = [];
  const source = httpSource('https://host/a.szi', async (_, init) => {
    const range = new Headers(init?.headers).get('range');
    asked.push(range);
    return answerRange(file, range, 'application/octet-stream');
  });
  const tail = await source.tail(20);
  expect(tail).toMatchObject({ start: 180, sizeBytes: 200 });
  expect([...(await source.read(3, 6))]).toEqual([3, 4, 5]);
  expect(asked).toEqual(['bytes=-20', 'bytes=3-5']);
});
