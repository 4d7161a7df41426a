import { expect, test } from 'vitest';
import { waitMs, withBackOff } from '../../../src/viewer/back-off.ts';

/** A source that fails so many times before it gives a tile; its pauses pass at once and are noted. */
function openSource(failures: number) {
  const pauses: number[] = [];
  let asked = 0;
  const { signal } = new AbortController();
  const come = async () => {
    asked += 1;
    if (asked <= failures) throw new Error(`not reached ${asked}`);
    return `tile at attempt ${asked}`;
  };
  return {
    pauses,
    get: () => withBackOff(come, signal, async (ms) => void pauses.push(ms)),
  };
}

test.each([
  [0, []],
  [1, [500]],
  [3, [500, 1000, 2000]],
  [4, [500, 1000, 2000, 4000]],
])('a tile that fails %d times comes after pauses that grow', async (failures, pauses) => {
  const source = openSource(failures);
  expect(await source.get()).toBe(`tile at attempt ${failures + 1}`);
  expect(source.pauses).toEqual(pauses);
});

test('a tile that never comes fails as it failed last', async () => {
  await expect(openSource(99).get()).rejects.toThrow('not reached 5');
});

test('a reader who has gone on is not waited for', async () => {
  const leaving = new AbortController();
  let asked = 0;
  const coming = withBackOff(async () => {
    asked += 1;
    throw new Error('not reached');
  }, leaving.signal);
  await Promise.resolve();
  leaving.abort(new Error('gone'));
  await expect(coming).rejects.toThrow('gone');
  expect(asked).toBe(1);
  await expect(waitMs(1, leaving.signal)).rejects.toThrow('gone');
});
