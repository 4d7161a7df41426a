import { describe, expect, it } from 'vitest';
import { blobSource, httpSource, StillBeingMade } from '../../../src/pyramid/byte-source.ts';

const file = new Blob([Uint8Array.from({ length: 1000 }, (_, i) => i % 256)]);

const part = async (start: number, end?: number) =>
  new Uint8Array(await file.slice(start, end).arrayBuffer());

/** A server for one file; `kind` is how it treats ranges. Counts what it was asked. */
function host(kind: 'ranges' | 'no ranges' | 'suffix as prefix') {
  const asked: string[] = [];
  const fetchFile = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const range = new Headers(init?.headers).get('range') ?? '';
    asked.push(range);
    if (kind === 'no ranges') return new Response(file);
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
    const isSuffix = from === '' && kind === 'ranges';
    const start = isSuffix ? Math.max(0, file.size - Number(to)) : Number(from);
    const end = isSuffix || to === '' ? file.size : Math.min(file.size, Number(to) + 1);
    return new Response(file.slice(start, end), {
      status: 206,
      headers: { 'content-range': `bytes ${start}-${end - 1}/${file.size}` },
    });
  };
  return { asked, source: httpSource('/a.szi', fetchFile as typeof fetch) };
}

const answering = (status: number, body = '') =>
  httpSource('/a.szi', (async () => new Response(body, { status })) as unknown as typeof fetch);

describe.each(['ranges', 'no ranges', 'suffix as prefix'] as const)('A host with %s', (kind) => {
  it('gives the end of the file and parts of it', async () => {
    const { source } = host(kind);
    const tail = await source.tail(100);
    expect(tail).toMatchObject({ start: 900, sizeBytes: 1000 });
    expect(tail.bytes).toEqual(await part(900));
    expect(await source.read(10, 20)).toEqual(await part(10, 20));
  });

  it('gives a file that is shorter than the end asked for', async () => {
    expect(await host(kind).source.tail(5000)).toMatchObject({ start: 0, sizeBytes: 1000 });
  });
});

describe('The number of requests', () => {
  it('is one for each read where the host knows ranges', async () => {
    const { source, asked } = host('ranges');
    await source.tail(100);
    await source.read(0, 10);
    expect(asked).toEqual(['bytes=-100', 'bytes=0-9']);
  });

  it('is one in all where the host sends everything', async () => {
    const { source, asked } = host('no ranges');
    await source.tail(100);
    await Promise.all([source.read(0, 10), source.read(10, 20)]);
    expect(asked).toHaveLength(1);
  });
});

describe('What a host says becomes a sentence', () => {
  it('that the image is still being made, with its progress', async () => {
    const status = { state: 'making', progress: 0.4, ahead: 0, secondsLeft: 12 };
    const error = await answering(202, JSON.stringify(status))
      .tail(10)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StillBeingMade);
    expect((error as StillBeingMade).status).toEqual(status);
  });

  it('that the image is waiting, where the server says no more', async () => {
    await expect(answering(202, 'soon').tail(10)).rejects.toMatchObject({
      status: { state: 'waiting', progress: 0, ahead: 0 },
    });
  });

  it.each([
    [404, 'not on the server'],
    [500, 'could not give the image (500)'],
    [416, 'could not give the image (416)'],
  ])('for the status %i', async (status, sentence) => {
    await expect(answering(status).read(0, 1)).rejects.toThrow(sentence);
  });

  it('for an image that could not be made, with the reason that the server gives', async () => {
    const source = httpSource('/a.szi', async () =>
      Response.json(
        { detail: 'The group holds 3 specks.' },
        { status: 500, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    await expect(source.tail(10)).rejects.toThrow(
      'The image could not be made: The group holds 3 specks.',
    );
  });

  it('where there is no connection', async () => {
    const source = httpSource('/a.szi', () => Promise.reject(new TypeError('fetch failed')));
    await expect(source.read(0, 1)).rejects.toThrow('could not be reached');
  });

  it('but a reader who has left is no fault', async () => {
    const source = httpSource('/a.szi', (_, init) => Promise.reject(init?.signal?.reason));
    const left = AbortSignal.abort();
    await expect(source.read(0, 1, left)).rejects.toBe(left.reason);
  });
});

it('A Blob gives its end and its parts without any request', async () => {
  const source = blobSource(file);
  expect(await source.tail(10)).toMatchObject({ start: 990, sizeBytes: 1000 });
  expect(await source.read(3, 5)).toEqual(await part(3, 5));
});
