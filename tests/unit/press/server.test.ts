import { createServer } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveSite, type SiteServer } from '../../../src/press/server.ts';

const made = 'aaaaaaaaaaaaaaaaaaaa';
const waiting = 'bbbbbbbbbbbbbbbbbbbb';
const failed = 'cccccccccccccccccccc';
let folder: string;
let server: SiteServer;
let asked: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-server-'));
  await mkdir(join(folder, 'pages/about'), { recursive: true });
  await mkdir(join(folder, 'pyramids'));
  await writeFile(join(folder, 'pages/index.html'), 'home');
  await writeFile(join(folder, 'pages/about/index.html'), 'about');
  await writeFile(join(folder, 'pages/404.html'), 'not here');
  await writeFile(join(folder, 'pyramids', `${made}.szi`), '0123456789');
  asked = [];
  server = await serveSite(
    {
      pages: join(folder, 'pages'),
      pyramids: join(folder, 'pyramids'),
      base: '/book/',
      makers: {
        ask: (id) => asked.push(id),
        status: (id) => (id === waiting ? { state: 'waiting', progress: 0, ahead: 2 } : undefined),
        failure: (id) => (id === failed ? { sentence: 'The group holds 3 specks.' } : undefined),
      },
    },
    47_321,
  );
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers = {}) =>
  fetch(server.address.replace('/book/', path), { headers, redirect: 'manual' });

test('pages are served below the base, and the root leads there', async () => {
  expect(await (await get('/book/about/')).text()).toBe('about');
  expect((await get('/')).headers.get('location')).toBe('/book/');
});

test('a page that does not exist is answered with 404 and the page for it', async () => {
  const answer = await get('/book/nowhere/');
  expect([answer.status, await answer.text()]).toEqual([404, 'not here']);
});

test('an image that could not be made is answered with the reason', async () => {
  const answer = await get(`/book/pyramids/${failed}.szi`);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ detail: 'The group holds 3 specks.' });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('a finished image is read by range', async () => {
  const answer = await get(`/book/pyramids/${made}.szi`, { range: 'bytes=2-4' });
  expect([answer.status, await answer.text()]).toEqual([206, '234']);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test('the end of an image, where its directory lies, is read by one request', async () => {
  const answer = await get(`/book/pyramids/${made}.szi`, { range: 'bytes=-3' });
  expect(await answer.text()).toBe('789');
  expect(answer.headers.get('content-range')).toBe('bytes 7-9/10');
});

test('an image still to be made says where it stands and moves to the front', async () => {
  const answer = await get(`/book/pyramids/${waiting}.szi`);
  expect(answer.status).toBe(202);
  expect(answer.headers.get('retry-after')).toBe('1');
  expect(await answer.json()).toEqual({ state: 'waiting', progress: 0, ahead: 2 });
  expect(asked).toEqual([waiting]);
});

test('its still is a placeholder that is not kept', async () => {
  const answer = await get(`/book/pyramids/${waiting}.jpg`);
  expect(answer.headers.get('content-type')).toBe('image/svg+xml');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('nothing outside of the site is served', async () => {
  expect((await get('/book/..%2f..%2fetc/passwd')).status).toBe(404);
  expect((await get('/book/pyramids/..%2fpages%2findex.html')).status).toBe(404);
});

test('a port that is taken is passed over and told', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(47_401, '127.0.0.1', resolve));
  const site = {
    pages: folder,
    pyramids: folder,
    base: '/',
    makers: { ask() {}, status: () => undefined, failure: () => undefined },
  };
  const second = await serveSite(site, 47_401);
  expect(second.taken).toEqual([47_401]);
  expect(second.address).toBe('http://localhost:47402/');
  await second.close();
  other.close();
});
