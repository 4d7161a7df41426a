/**
 * The service worker: the shell round `route`, `pack`, `range` and `seen`. It answers the pages from one
 * edition of the site, which it has whole, and pictures from what is kept or was seen. A new edition is
 * a new worker: it fetches its pack beside the old one and waits until it is told to take over, or until
 * no window of the atlas is open.
 */
import { openPack, type Pack } from './pack.ts';
import { answerRange } from './range.ts';
import { cacheNames, routeOf, thumbnailPath, typeOf } from './route.ts';
import { asAnswered, asKept, keptBytes, mostSeenBytes, seenKey, surplus } from './seen.ts';

/** What is used of the global scope of a service worker. */
interface Scope {
  /** Put before this text by the build: the SHA-256 of the pack, and its path below the root. */
  readonly atlasEdition: { readonly version: string; readonly pack: string };
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: object): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(
    name: Name,
    hear: (event: Events[Name]) => void,
  ): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface Events {
  install: Lasting;
  activate: Lasting;
  fetch: Asked;
  message: Told;
}

const worker = globalThis as unknown as Scope;
const { version, pack: packPath } = worker.atlasEdition;
const base = worker.registration.scope;
const names = cacheNames(new URL(base).pathname);
const packUrl = base + packPath;

worker.addEventListener('install', (event) => event.waitUntil(takeIn()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeTurn(event.ports[0]));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(base)) event.respondWith(answer(event));
});

/** Fetches the pack of this edition. Throws, and leaves what was there, where it is not whole. */
async function takeIn(): Promise<void> {
  const cache = await caches.open(names.edition(version));
  if (await cache.match(packUrl)) return;
  const found = await fetch(packUrl, { cache: 'no-store' });
  const bytes = await found.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (!found.ok || hexadecimal(sum) !== version)
    throw new Error('The server has no whole edition of the atlas at the moment.');
  await cache.put(packUrl, new Response(bytes));
}

const hexadecimal = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function takeOver(): Promise<void> {
  for (const name of await caches.keys())
    if (names.isEdition(name) && name !== names.edition(version)) await caches.delete(name);
  await worker.clients.claim();
}

/** Takes over, unless other windows are open: they would lose their edition under a lesson or a quiz. */
async function takeTurn(port?: MessagePort): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const others = windows.filter(({ url }) => url.startsWith(base)).length - 1;
  port?.postMessage(others);
  if (others <= 0) await worker.skipWaiting();
}

let opened: Promise<Pack> | undefined;

/** The pack of this edition; undefined where the browser has thrown it away to make room. */
async function edition(event: Lasting): Promise<Pack | undefined> {
  opened ??= (async () => {
    const kept = await (await caches.open(names.edition(version))).match(packUrl);
    if (!kept) throw new Error('The edition is gone.');
    return openPack(await kept.blob());
  })();
  try {
    return await opened;
  } catch {
    opened = undefined;
    event.waitUntil(takeIn().catch(() => undefined));
    return undefined;
  }
}

async function answer(event: Asked): Promise<Response> {
  const { request } = event;
  const pack = await edition(event);
  const isPage = request.mode === 'navigate';
  const route = routeOf(request.url, base, isPage, (path) => pack?.has(path) ?? false);
  if (route.from === 'edition') return packed(pack, route.path);
  if (route.from === 'redirect') return Response.redirect(base + route.path);
  if (route.from === 'pictures') return picture(event, route.path, pack);
  if (route.from === 'unknown page')
    return fetch(request).catch(() => packed(pack, '404.html', 404));
  return fetch(request);
}

async function packed(pack: Pack | undefined, path: string, status = 200): Promise<Response> {
  const body = await pack?.read(path);
  if (!body) return Response.error();
  return new Response(body, { status, headers: { 'content-type': typeOf(path) } });
}

// Pictures.

/** Kept files that were read last, so many at most: each tile on screen reads from one of them. */
const mostOpen = 8;
const open = new Map<string, Blob>();

async function keptWhole(url: string): Promise<Blob | undefined> {
  const found = open.get(url) ?? (await readKept(url));
  if (!found) return undefined;
  // Taken out and put in again, it is the last that will be forgotten.
  open.delete(url);
  open.set(url, found);
  const [oldest] = open.keys();
  if (open.size > mostOpen && oldest) open.delete(oldest);
  return found;
}

const readKept = async (url: string) => (await (await caches.open(names.kept)).match(url))?.blob();

async function picture(event: Asked, path: string, pack: Pack | undefined): Promise<Response> {
  const { request } = event;
  const url = base + path;
  const range = request.headers.get('range');
  const whole = await keptWhole(url);
  if (whole) return answerRange(whole, range, typeOf(path));
  const seen = await (await caches.open(names.seen)).match(seenKey(url, range));
  if (seen) return asAnswered(seen);
  let found: Response;
  try {
    found = await fetch(request);
  } catch {
    return packed(pack, thumbnailPath(path));
  }
  const isMade = !/no-store/.test(found.headers.get('cache-control') ?? '');
  if (found.status === (range ? 206 : 200) && isMade)
    event.waitUntil(remember(seenKey(url, range), found.clone()));
  return found;
}

/** Parts are counted after so many new ones. */
const countEvery = 64;
let sinceCounted = countEvery - 1;

async function remember(key: string, found: Response): Promise<void> {
  const seen = await caches.open(names.seen);
  try {
    await seen.put(key, asKept(found, await found.blob()));
    sinceCounted += 1;
    if (sinceCounted < countEvery) return;
    sinceCounted = 0;
    await forget(seen, mostSeenBytes);
  } catch {
    // No room: what the reader has asked to keep goes before what she has merely seen.
    await forget(seen, mostSeenBytes / 4);
  }
}

async function forget(seen: Cache, most: number): Promise<void> {
  const keys = await seen.keys();
  const sizes: number[] = [];
  for (const key of keys) {
    const kept = await seen.match(key);
    sizes.push(kept ? keptBytes(kept) : 0);
  }
  for (const key of keys.slice(0, surplus(sizes, most))) await seen.delete(key);
}
