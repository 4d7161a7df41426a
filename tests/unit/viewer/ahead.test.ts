import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { openSzi } from '../../../src/pyramid/szi.ts';
import { fetchAhead, rangeAhead } from '../../../src/viewer/ahead.ts';

const script = readFileSync('src/viewer/ahead.js', 'utf8');
const pyramids = { cc: '/p/1.szi', mlo: '/p/2.szi', 'magnification-cc': '/p/3.szi' };

/** The addresses that the head of a page asks for, where it is opened with a query. */
function askedFor(search: string): string[] {
  const fetched: string[] = [];
  const range = vi.fn();
  runInNewContext(script, {
    document: { currentScript: { dataset: { pyramids: JSON.stringify(pyramids) } } },
    location: { search },
    URLSearchParams,
    fetch: async (address: string, init: { headers: { range: string } }) => {
      fetched.push(address);
      range(init.headers.range);
    },
  });
  for (const [asked] of range.mock.calls) expect(asked).toBe(rangeAhead);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['', ['/p/1.szi']],
  ['?panes=magnification-cc', ['/p/3.szi']],
  ['?panes=cc,mlo&layout=hanging', ['/p/1.szi', '/p/2.szi']],
  ['?look=mlo:1,2,3', ['/p/2.szi']],
  ['?panes=nobody&look=x', ['/p/1.szi']],
])('a page opened with "%s" asks for what its bench will show first', (search, addresses) => {
  expect(askedFor(search)).toEqual(addresses);
});

test('the reader of pyramids takes what is on its way, once', async () => {
  const asked = vi.fn(async () => new Response(null, { status: 206 }));
  vi.stubGlobal('fetch', asked);
  const begun = Promise.resolve(new Response(null, { status: 206 }));
  vi.stubGlobal('atlasAhead', new Map([['/p/1.szi', begun]]));
  const init = { headers: { range: rangeAhead } };
  expect(await fetchAhead('/p/1.szi', { headers: { range: 'bytes=0-9' } })).not.toBe(await begun);
  expect(await fetchAhead('/p/1.szi', init)).toBe(await begun);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await fetchAhead('/p/1.szi', init)).not.toBe(await begun);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('what is asked for ahead is what the reader asks for first', async () => {
  let length = 0;
  const source = {
    name: 'a',
    read: () => Promise.reject(),
    tail: (bytes: number) => {
      length = bytes;
      return Promise.reject(new Error('enough'));
    },
  };
  await expect(openSzi(source)).rejects.toThrow('enough');
  expect(rangeAhead).toBe(`bytes=-${length}`);
});
