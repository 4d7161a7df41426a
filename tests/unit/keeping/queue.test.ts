import { expect, test, vi } from 'vitest';
import { openQueue } from '../../../src/keeping/queue.ts';

/** A queue whose works end when the test says so. */
function opened() {
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const failed = vi.fn();
  const queue = openQueue(
    (id, signal) => {
      const end = Promise.withResolvers<void>();
      ends.set(id, end);
      signal.addEventListener('abort', () => end.reject(signal.reason));
      return end.promise;
    },
    () => {},
    failed,
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { queue, ends, failed, settled };
}

test('one is brought at a time, in the order in which they were asked for', async () => {
  const { queue, ends, settled } = opened();
  for (const id of ['a', 'b', 'a']) queue.add(id);
  expect([queue.current, queue.has('b'), ends.size]).toEqual(['a', true, 1]);
  ends.get('a')?.resolve();
  await settled();
  expect([queue.current, queue.has('a')]).toEqual(['b', false]);
});

test('one that is stopped makes room for the next, and is no failure', async () => {
  const { queue, failed, settled } = opened();
  for (const id of ['a', 'b', 'c']) queue.add(id);
  queue.stop('b');
  queue.stop('a');
  await settled();
  expect([queue.current, queue.has('a'), queue.has('b')]).toEqual(['c', false, false]);
  expect(failed).not.toHaveBeenCalled();
});

test('one that fails is told, and the next begins', async () => {
  const { queue, ends, failed, settled } = opened();
  queue.add('a');
  queue.add('b');
  const error = new Error('broken');
  ends.get('a')?.reject(error);
  await settled();
  expect(failed).toHaveBeenCalledWith('a', error);
  expect(queue.current).toBe('b');
});
