import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadLinks } from '../../../src/press/links.ts';

let site: string;
const links = [
  '/book/',
  '/book/chapters/x/#here',
  '/book/chapters/x/#gone',
  '/book/chapters/y/',
  '/chapters/x/',
  '../chapters/x/',
  '#top',
  '#bottom',
  'https://example.org/z',
  'mailto:a@example.org',
  '/book/pyramids/0123.szi',
  '/book/style.css?v=1',
];

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'atlas-site-'));
  await mkdir(join(site, 'chapters/x'), { recursive: true });
  await mkdir(join(site, 'about'));
  await writeFile(join(site, 'index.html'), '<p id="top">');
  await writeFile(join(site, 'style.css'), '');
  await writeFile(join(site, 'chapters/x/index.html'), '<h2 id="here">');
  await writeFile(
    join(site, 'about/index.html'),
    `<p id="top">${links.map((link) => `<a href="${link}">`).join('')}`,
  );
});
afterAll(() => rm(site, { recursive: true }));

test('links that lead nowhere are found, below a base path too', async () => {
  const dead = await deadLinks(site, '/book/');
  expect(dead).toEqual(
    ['/book/chapters/x/#gone', '/book/chapters/y/', '/chapters/x/', '#bottom'].map((link) => ({
      page: 'about/index.html',
      link,
    })),
  );
});

test('once the images are in place, one that is missing is found too', async () => {
  const dead = (await deadLinks(site, '/book/', [])).map(({ link }) => link);
  expect(dead).toContain('/book/pyramids/0123.szi');
});
