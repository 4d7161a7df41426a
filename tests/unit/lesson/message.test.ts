import { expect, test } from 'vitest';
import { received, sameOnScreen, sent, targetOrigin } from '../../../src/lesson/message.ts';

test('windows of one lesson understand each other, those of two do not', () => {
  const message = sent('a', { say: 'deed', deed: { do: 'next' } });
  expect(received(message, 'a')).toMatchObject({ say: 'deed', deed: { do: 'next' } });
  expect(received(message, 'b')).toBeUndefined();
});

test.each([
  [null],
  ['hello'],
  [{ say: 'hello' }],
  [{ ...sent('a', { say: 'hello' }), say: 'else' }],
])('what others send is not heard: %j', (data) => {
  expect(received(data, 'a')).toBeUndefined();
});

test('a page from a file sends to any origin, all others to their own', () => {
  expect(targetOrigin('null')).toBe('*');
  expect(targetOrigin('file://')).toBe('*');
  expect(targetOrigin('http://localhost:4391')).toBe('http://localhost:4391');
});

test('a place that comes back is known again, a place a little aside is not', () => {
  const spot = { view: 'cc', xMm: 10, yMm: 20, widthMm: 8 };
  expect(sameOnScreen(spot, { ...spot, xMm: 10.004 })).toBe(true);
  expect(sameOnScreen(spot, { ...spot, xMm: 10.1 })).toBe(false);
  expect(sameOnScreen(spot, { ...spot, view: 'mlo' })).toBe(false);
  expect(sameOnScreen(spot, undefined)).toBe(false);
});
