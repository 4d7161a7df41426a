import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { makePortable } from '../../src/offline/portable.ts';
import { browserOptions } from '../browser.ts';
import { builtSite, serveBuilt } from './built.ts';
import type { BenchRow } from './row.ts';
import { whenSeen } from './sight.ts';

/** The bars of the atlas without a network, in seconds and megabytes. */
const bars = { firstPage: 2, search: 1, sharp: 1.5, secondVisit: 1, fetchedAhead: 12, copy: 1.4 };
const rounds = 5;
const pictured = 'cases/chance-finding-at-71/';

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const row = (name: string, value: number, unit: string, bar: number): BenchRow => ({
  name,
  value: Math.round(100 * value) / 100,
  unit,
  bar: `at most ${bar}`,
  ok: value <= bar,
});

/** The median of what `measure` finds in a few new windows of a browser. */
async function often(browser: Browser, measure: (page: Page) => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    values.push(await measure(page));
    await page.close();
  }
  return median(values);
}

/** Seconds until `done` has happened on a page. */
async function seconds(done: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await done();
  return (performance.now() - start) / 1000;
}

/** The copy: from its first page, its search and a picture of a case, all from the disk. */
async function benchCopy(browser: Browser): Promise<BenchRow[]> {
  const folder = resolve('.cache/bench/portable');
  const { bytes, pictureBytes } = await makePortable(builtSite, folder, {});
  const address = (path: string) => pathToFileURL(`${folder}/${path}index.html`).href;
  const first = await often(browser, (page) => seconds(() => page.goto(address(''))));
  const search = await often(browser, async (page) => {
    await page.goto(address(''));
    return seconds(async () => {
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.getByRole('searchbox').fill('amorphous');
      await whenSeen(page, '.results > li');
    });
  });
  const sharp = await often(browser, (page) =>
    seconds(async () => {
      await page.goto(address(pictured));
      await whenSeen(page, 'atlas-viewer[data-live]:has(.viewer-status[hidden])');
    }),
  );
  return [
    row('copy: until its first page has loaded', first, 's', bars.firstPage),
    row('copy: from opening the search to its first result', search, 's', bars.search),
    row('copy: until the first view of a case is sharp', sharp, 's', bars.sharp),
    row('copy: its size over that of its pictures', bytes / pictureBytes, '', bars.copy),
  ];
}

/** The largest paint of a page, in seconds from the start of its loading. */
const largestPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve((list.getEntries().at(-1)?.startTime ?? Number.NaN) / 1000);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

/** The installed site: what is fetched ahead, and a second visit with the server gone. */
async function benchInstalled(browser: Browser): Promise<BenchRow[]> {
  const site = await serveBuilt();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(site.address);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    const fetched = await page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((each) => each.includes(':edition:'));
      const cache = await caches.open(name);
      const [key] = await cache.keys();
      return key ? ((await (await cache.match(key))?.blob())?.size ?? 0) : 0;
    });
    await page.close();
    await site.close();
    const paints: number[] = [];
    for (const path of ['', 'chapters/radiological-classification/', pictured]) {
      const visit = await context.newPage();
      await visit.goto(site.address + path);
      paints.push(await largestPaint(visit));
      await visit.close();
    }
    return [
      row('installed: what is fetched ahead', fetched / 1e6, 'MB', bars.fetchedAhead),
      row(
        'installed: largest paint of a later visit, server gone (slowest of three pages)',
        Math.max(...paints),
        's',
        bars.secondVisit,
      ),
    ];
  } finally {
    await context.close();
    await site.close();
  }
}

/** The bars of both editions that need no network, from the disk of this machine. */
export async function benchOffline(): Promise<BenchRow[]> {
  const browser = await chromium.launch(browserOptions());
  try {
    return [...(await benchInstalled(browser)), ...(await benchCopy(browser))];
  } finally {
    await browser.close();
  }
}
