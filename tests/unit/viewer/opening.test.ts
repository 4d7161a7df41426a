import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StillBeingMade } from '../../../src/pyramid/byte-source.ts';
import type { Szi } from '../../../src/pyramid/szi.ts';
import { openWhenMade } from '../../../src/viewer/opening.ts';

const pyramid = {} as Szi;
const signal = () => new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an image that is being made is asked for once a second until it is there', async () => {
  const answers = [
    new StillBeingMade({ state: 'waiting', progress: 0, ahead: 2 }),
    new StillBeingMade({ state: 'making', progress: 0.5, ahead: 0, secondsLeft: 1 }),
  ];
  const open = vi.fn(async () => {
    const answer = answers.shift();
    if (answer) throw answer;
    return pyramid;
  });
  const heard = vi.fn();
  const opened = openWhenMade('/a.szi', signal(), heard, open);
  await vi.advanceTimersByTimeAsync(999);
  expect(open).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1001);
  expect(await opened).toBe(pyramid);
  expect(open).toHaveBeenCalledTimes(3);
  expect(heard.mock.calls.map(([status]) => status.state)).toEqual(['waiting', 'making']);
});

test('another failure is passed on at once', async () => {
  const open = async () => {
    throw new Error('The image is not on the server (404).');
  };
  await expect(openWhenMade('/a.szi', signal(), vi.fn(), open)).rejects.toThrow('404');
});

test('nobody asks any more once the viewer has gone', async () => {
  const gone = new AbortController();
  const open = vi.fn(async () => {
    throw new StillBeingMade({ state: 'waiting', progress: 0, ahead: 1 });
  });
  const opened = openWhenMade('/a.szi', gone.signal, vi.fn(), open);
  const ended = expect(opened).rejects.toThrow('aborted');
  await vi.advanceTimersByTimeAsync(1500);
  gone.abort();
  await ended;
  await vi.advanceTimersByTimeAsync(5000);
  expect(open).toHaveBeenCalledTimes(2);
});
