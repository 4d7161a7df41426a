import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bringFiles } from '../../../src/keeping/fetching.ts';

const texts: Record<string, string> = { a: 'first', b: 'second', c: 'third' };
const offered = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [
    path,
    { bytes: text.length, sum: createHash('sha256').update(text).digest('hex') },
  ]),
);

/** Brings a, b and c from a server that answers `answer` for b, into a store that may be full. */
async function bring(
  answer: () => Promise<Response> = async () => new Response(texts.b),
  isFull = false,
  signal = new AbortController().signal,
) {
  const kept: string[] = [];
  const failed = await bringFiles(
    ['a', 'b', 'c'],
    offered,
    {
      fetchFile: async (url) => {
        signal.throwIfAborted();
        const path = String(url).replace(/^.*\/(\w)\?anew$/, '$1');
        return path === 'b' ? answer() : new Response(texts[path]);
      },
      keep: async (path) => {
        if (isFull && path === 'c') throw new DOMException('full', 'QuotaExceededError');
      },
      address: (path) => `https://host/${path}`,
    },
    (path) => kept.push(path),
    signal,
  ).catch((error: Error) => error);
  return { kept, failed };
}

test('all files come, one after the other', async () => {
  expect(await bring()).toEqual({ kept: ['a', 'b', 'c'], failed: undefined });
});

describe('what has come stays, and a sentence tells why the rest did not', () => {
  test.each<[string, () => Promise<Response>, RegExp]>([
    ['a broken connection', () => Promise.reject(new TypeError('net')), /connection broke/],
    ['a server that refuses', async () => new Response('', { status: 503 }), /\(503\)/],
    ['another file of the same size', async () => new Response('secanD'), /other pictures/],
    ['half a file', async () => new Response('sec'), /other pictures/],
  ])('of %s', async (_, answer, sentence) => {
    const { kept, failed } = await bring(answer);
    expect(kept).toEqual(['a']);
    expect(failed).toMatchObject({ name: 'Stopped', message: expect.stringMatching(sentence) });
  });

  test('of a full disk', async () => {
    const { kept, failed } = await bring(undefined, true);
    expect(kept).toEqual(['a', 'b']);
    expect(failed?.message).toMatch(/no more room/);
  });
});

test('a pause ends it with the reason of the pause', async () => {
  const pause = new AbortController();
  const answer = async () => {
    pause.abort(new Error('paused'));
    return new Response(texts.b);
  };
  const { kept, failed } = await bring(answer, false, pause.signal);
  expect(kept).toEqual(['a']);
  expect(failed?.message).toBe('paused');
});
