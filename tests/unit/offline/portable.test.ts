import { expect, test } from 'vitest';
import { choosePictures, readSize } from '../../../src/offline/choice.ts';
import { carryModule } from '../../../src/offline/modules.ts';
import { packFile, shardBytes } from '../../../src/offline/pack.ts';
import { convertPage } from '../../../src/offline/page.ts';

/** Reads scripts as a browser reads them in the encoding x-user-defined: one character a byte. */
function unpacked(scripts: readonly Uint8Array[]): Buffer {
  const parts: string[] = [];
  for (const script of scripts)
    new Function('__atlas', Buffer.from(script).toString('latin1'))({
      bytes: (_file: string, at: number, text: string) => {
        parts[at] = text;
      },
    });
  return Buffer.from(parts.join(''), 'latin1');
}

test('every byte, and every pair of bytes, comes back from a script as it was', () => {
  const pairs = Uint8Array.from({ length: 2 * 65536 }, (_, at) =>
    at % 2 === 0 ? at >> 9 : (at >> 1) & 0xff,
  );
  expect(unpacked(packFile('a.szi', pairs)).equals(pairs)).toBe(true);
});

test('a file longer than a script stands in several, an empty one in one', () => {
  const long = new Uint8Array(shardBytes + 1).fill(0x5c);
  expect(packFile('a', long)).toHaveLength(2);
  expect(unpacked(packFile('a', long)).equals(long)).toBe(true);
  expect(packFile('a', new Uint8Array())).toHaveLength(1);
});

test('a module names what it needs by number, and asks the runtime for the rest', () => {
  const code =
    'import{a}from"./b.js";const c=()=>import("./d.js");new Worker(new URL("/_astro/w.js",import.meta.url))';
  const files = new Set(['_astro/b.js', '_astro/d.js', '_astro/w.js']);
  const { needs, text } = carryModule('_astro/a.js', code, files);
  expect(needs).toEqual(['_astro/b.js', '_astro/w.js']);
  expect(text.join('|')).toContain('"|0|"');
  expect(text.join('')).toContain('__atlas.importer("_astro/a.js")("./d.js")');
  expect(text.join('')).toContain('__atlas.meta("_astro/a.js").url');
  expect(() => carryModule('_astro/a.js', code, new Set())).toThrow('which the site does not have');
});

test('addresses of a page become relative, in attributes and in the properties of islands', () => {
  const html =
    '<html><head><meta charset="utf-8"></head><body data-base="/"><a href="/cases/x/?look=1#y">x</a><a href="/cases/">all</a><a href="https://doi.org/1">d</a><astro-island props="{&quot;to&quot;:[0,&quot;/references/#r&quot;]}"></astro-island><p title="/neither">5 mm</p></body>';
  const page = convertPage('cases/y/index.html', html, new Set(['cases', 'references']), 'keep.js');
  expect(page).toContain('href="../../cases/x/index.html?look=1#y"');
  expect(page).toContain('href="../../cases/index.html"');
  expect(page).toContain('href="https://doi.org/1"');
  expect(page).toContain('&quot;../../references/index.html#r&quot;');
  expect(page).toContain('title="/neither"');
});

test('what the head of a page asks for has the address by which its bench knows it', () => {
  const html =
    '<script data-pyramids="{&quot;cc&quot;:&quot;/pyramids/a.szi&quot;}">ask(\'/pyramids/\')</script><atlas-viewer data-pyramid="/pyramids/a.szi">';
  const page = convertPage('cases/y/index.html', html, new Set(['pyramids']), 'keep.js');
  expect(page).toContain('&quot;../../pyramids/a.szi&quot;');
  expect(page).toContain('data-pyramid="../../pyramids/a.szi"');
  expect(page).toContain("ask('/pyramids/')");
});

test('a way that only a served site has is not in a copy, and its neighbours are', () => {
  const html =
    '<p><a href="/lessons/">add</a> <a class="x" href="/offline/?of=cases/y/" data-served-only>keep</a></p><a href="/cases/">all</a>';
  const page = convertPage('cases/y/index.html', html, new Set(['cases', 'lessons']), 'keep.js');
  expect(page).toBe(
    '<p><a href="../../lessons/index.html">add</a> </p><a href="../../cases/index.html">all</a>',
  );
});

const shown = [
  { page: 'cases/a', pictures: ['1', '2'] },
  { page: 'chapters/b', pictures: ['2', '3'] },
];
const sizes = new Map([
  ['1', 10],
  ['2', 20],
  ['3', 30],
  ['4', 40],
]);

test.each([
  ['all', {}, ['1', '2', '3', '4']],
  ['those of a case', { cases: ['a'] }, ['1', '2']],
  ['those of a case and a chapter', { cases: ['a'], chapters: ['b'] }, ['1', '2', '3']],
  ['as many as there is room for', { maxBytes: 145 }, ['1', '2']],
])('the large pictures that go in are %s', (_, choice, chosen) => {
  expect([...choosePictures(choice, shown, sizes, 100)]).toEqual(chosen);
});

test('a case that is not there is named, with those that are', () => {
  expect(() => choosePictures({ cases: ['z'] }, shown, sizes, 0)).toThrow(
    'There is no cases/z. There are: cases/a.',
  );
});

test('sizes are read as people write them', () => {
  expect(readSize('700MB')).toBe(700e6);
  expect(readSize('1.5 GB')).toBe(1.5e9);
  expect(() => readSize('much')).toThrow('"much" is no size');
});
