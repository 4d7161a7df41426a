import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPack, writePack } from '../../../src/keeping/pack.ts';

const textOf = async (bytes: ArrayBuffer | undefined) => bytes && new TextDecoder().decode(bytes);

test('what goes into a pack comes out of it, compressed or not', async () => {
  const page = '<p>ä</p>'.repeat(50);
  const pack = await openPack(
    new Blob([
      writePack([
        { path: 'index.html', body: gzipSync(page), isGzip: true },
        { path: 'empty.txt', body: new Uint8Array(), isGzip: false },
        { path: 'cases/ä b/index.html', body: new TextEncoder().encode('plain'), isGzip: false },
      ]),
    ]),
  );
  expect(await textOf(await pack.read('index.html'))).toBe(page);
  expect(await textOf(await pack.read('empty.txt'))).toBe('');
  expect(await textOf(await pack.read('cases/ä b/index.html'))).toBe('plain');
  expect(pack.has('other')).toBe(false);
  expect(await pack.read('other')).toBeUndefined();
});

test('bytes of any kind and number stay what they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array(), { minLength: 1, maxLength: 6 }), async (bodies) => {
      const packed = bodies.map((body, at) => ({ path: `${at}`, body, isGzip: false }));
      const pack = await openPack(new Blob([writePack(packed)]));
      for (const [at, body] of bodies.entries())
        expect(new Uint8Array((await pack.read(`${at}`)) as ArrayBuffer)).toEqual(
          new Uint8Array(body),
        );
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['nothing', []],
  ['two bytes', [1, 2]],
  ['a directory that is longer than the file', [255, 0, 0, 0, 123, 125]],
])('%s is no edition', async (_, bytes) => {
  await expect(openPack(new Blob([Uint8Array.from(bytes as number[])]))).rejects.toThrow(
    'no edition of the atlas',
  );
});
