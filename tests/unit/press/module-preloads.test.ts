import { expect, test } from 'vitest';
import { withPolicyFirst, withPreloads } from '../../../src/press/module-preloads.ts';

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

test('the bench of a case is set up before the page is laid out: its script comes first, what panes need last', () => {
  const policy = '<meta http-equiv="content-security-policy" content="default-src \'self\'">';
  const style = '<link rel="stylesheet" href="/a.css">';
  const asks = '<script data-pyramids="{}">ask()</script>';
  const printed = `<html><head><meta charset="utf-8"><script src="/b.js"></script>${asks}${policy}${style}</head><body><atlas-bench></atlas-bench>${script('/_astro/bench.js')}${script('/_astro/page.js')}<p></p></body>`;
  const first = withPolicyFirst(printed);
  expect(first).toContain(`<meta charset="utf-8">${policy}${asks}<script src="/b.js">`);
  const html = withLinks(first);
  expect(html).toContain(
    '</atlas-bench><script type="module" async src="/_astro/bench.js"></script><p>',
  );
  expect(html.slice(0, html.indexOf(style))).toContain(
    '<link rel="modulepreload" href="/_astro/bench.js"><link rel="modulepreload" href="/_astro/words.js">',
  );
});

test('what the panes of a bench are mounted with is fetched with the page, and not run by it', () => {
  const html = withLinks(
    page(`<atlas-bench></atlas-bench>${script('/_astro/quiet.js')}${script('/_astro/page.js')}`),
  );
  expect(html).not.toContain('src="/_astro/page.js"');
  expect(html).toContain('<link rel="modulepreload" href="/_astro/bench.js" fetchpriority="low">');
});
