import { expect, test } from 'vitest';
import { withPreloads } from '../../../src/press/module-preloads.ts';

const modules: Record<string, string> = {
  '_astro/page.js': `import"./bench.js";import{a}from"./words.js";a();`,
  '_astro/bench.js': `import{b}from"./words.js";export const later=()=>import("./slide.js");b();`,
  '_astro/words.js': `export const a=1,b=2;`,
  '_astro/slide.js': `export default 3;`,
  '_astro/quiet.js': `console.log(1)`,
};
const page = (scripts: string) =>
  `<html><head><meta charset="utf-8"></head><body>${scripts}</body>`;
const script = (address: string) => `<script type="module" src="${address}"></script>`;
const preloaded = (html: string) =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);
const withLinks = (html: string, base = '/') => withPreloads(html, base, (file) => modules[file]);

test('a page asks at once for what its scripts import, and for what that imports', () => {
  const html = withLinks(page(script('/_astro/page.js')));
  expect(preloaded(html)).toEqual(['/_astro/bench.js', '/_astro/words.js']);
  expect(html.indexOf('modulepreload')).toBeLessThan(html.indexOf('</head>'));
});

test('what a script may import later is not asked for', () => {
  expect(preloaded(withLinks(page(script('/_astro/bench.js'))))).toEqual(['/_astro/words.js']);
});

test('a page whose scripts import nothing, or that has none, stays as it is', () => {
  for (const scripts of ['', script('/_astro/quiet.js')])
    expect(withLinks(page(scripts))).toBe(page(scripts));
});

test('below a base path the links lead there', () => {
  const html = withLinks(page(script('/atlas/_astro/page.js')), '/atlas/');
  expect(preloaded(html)).toEqual(['/atlas/_astro/bench.js', '/atlas/_astro/words.js']);
});
