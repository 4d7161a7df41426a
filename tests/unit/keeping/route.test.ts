import { describe, expect, test } from 'vitest';
import { cacheNames, routeOf, thumbnailPath, typeOf } from '../../../src/keeping/route.ts';

const files = new Set(['index.html', 'chapters/x/index.html', '_astro/a.js', '404.html']);
const base = 'https://host/atlas/';
const route = (path: string, isPage = true) =>
  routeOf(path.includes(':') ? path : base + path, base, isPage, (file) => files.has(file));

describe('a request is answered', () => {
  test.each([
    ['', { from: 'edition', path: 'index.html' }],
    ['#top', { from: 'edition', path: 'index.html' }],
    ['?theme=dark', { from: 'edition', path: 'index.html' }],
    ['chapters/x/', { from: 'edition', path: 'chapters/x/index.html' }],
    ['chapters/x/?look=1,2&q=/#a', { from: 'edition', path: 'chapters/x/index.html' }],
    ['chapters/x', { from: 'redirect', path: 'chapters/x/' }],
    ['chapters/x?look=1', { from: 'redirect', path: 'chapters/x/?look=1' }],
    ['_astro/a.js', { from: 'edition', path: '_astro/a.js' }],
    ['pyramids/0af3.szi', { from: 'pictures', path: 'pyramids/0af3.szi' }],
    ['pyramids/0af3.jpg', { from: 'pictures', path: 'pyramids/0af3.jpg' }],
    ['pyramids/0af3.szi?anew', { from: 'network' }],
    ['no/such/page/', { from: 'unknown page' }],
    ['%E0%A4%A', { from: 'network' }],
    ['https://host/other/', { from: 'network' }],
    ['https://elsewhere/atlas/', { from: 'network' }],
  ])('for "%s"', (path, expected) => {
    expect(route(path)).toEqual(expected);
  });

  test('by the network where a script asks for what the edition does not have', () => {
    expect(route('findings/new.json', false)).toEqual({ from: 'network' });
  });
});

test('the caches of a site and of one below it are told apart', () => {
  const [root, below] = [cacheNames('/'), cacheNames('/atlas/')];
  expect(root.isEdition(root.edition('1'))).toBe(true);
  expect(root.isEdition(below.edition('1'))).toBe(false);
  expect(below.isEdition(root.edition('1'))).toBe(false);
  expect(root.isEdition(root.kept)).toBe(false);
  expect(new Set([root.kept, root.seen, below.kept, below.seen]).size).toBe(4);
});

test.each([
  ['chapters/x/index.html', 'text/html; charset=utf-8'],
  ['_astro/a.B1.js', 'text/javascript; charset=utf-8'],
  ['pagefind/wasm.en.pagefind', 'application/octet-stream'],
])('%s is sent as %s', (path, type) => expect(typeOf(path)).toBe(type));

test('a still has its thumbnail in a folder of its own', () => {
  expect(thumbnailPath('pyramids/0af3.jpg')).toBe('thumbnails/0af3.jpg');
});
