import { type Browser, chromium, type Page } from '@playwright/test';
import { type FacetName, facetNames, packFacets, type Values } from '../../src/gallery/facets.ts';
import { sheetSize } from '../../src/gallery/sheets.ts';
import {
  assessmentIds,
  distributionIds,
  lesionIds,
  mineralIds,
  morphologyIds,
  viewKindIds,
} from '../../src/lexicon/index.ts';
import { browserOptions } from '../browser.ts';
import { brotli } from './brotli.ts';
import { serveBuilt } from './built.ts';
import type { BenchRow } from './row.ts';

/** A department of many years; the records are generated, in the order of the gallery. */
const count = 10_000;
const mostBytes = 250_000;
const mostMs = 100;

const ids: Record<FacetName, readonly string[]> = {
  morphology: morphologyIds,
  distribution: distributionIds,
  mineral: mineralIds,
  lesion: lesionIds,
  assessment: assessmentIds,
  view: viewKindIds,
  source: ['simulated', 'imported'],
};

/** Numbers that look as if by chance, the same in every run. */
function* chances(): Generator<number, never> {
  let state = 1;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

function generateCases(): Values[] {
  const chance = chances();
  const any = (from: readonly string[]) =>
    from[Math.floor(chance.next().value * from.length)] as string;
  return Array.from({ length: count }, (_, place) => ({
    morphology: [morphologyIds[Math.floor((place * morphologyIds.length) / count)] as string],
    distribution: [any(ids.distribution)],
    mineral: [any(ids.mineral)],
    lesion: [any(ids.lesion)],
    assessment: [any(ids.assessment)],
    view: [...new Set([any(ids.view), any(ids.view), any(ids.view), any(ids.view)])],
    source: [any(ids.source)],
  }));
}

/** A page whose requests are all seen here: a service worker would make its own. */
const openPage = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });

/** Lets the page believe in the generated cases: their facets, and sheets of cards as its own are. */
async function pretend(page: Page, address: string, index: string): Promise<void> {
  const printed = await (await fetch(`${address}cases/`)).text();
  const list = /(<ol[^>]*data-cards[^>]*>)([\s\S]*?)<\/ol>/.exec(printed);
  const card = /<li data-card[\s\S]*?<\/li>/.exec(list?.[2] ?? '')?.[0];
  if (!list || !card) throw new Error('The page of cases has no cards.');
  const sheet = (at: number) =>
    Array.from({ length: sheetSize }, (_, place) =>
      card.replace(/(<a [^>]*>)[^<]*/, `$1Case ${at * sheetSize + place}`),
    ).join('');
  const pageOf = (at: number) => printed.replace(list[0], `${list[1]}${sheet(at)}</ol>`);
  await page.route('**/cases/facets.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: index }),
  );
  await page.route(/\/cases\/(page\/\d+\/)?(\?.*)?$/, (route) => {
    const at = Number(/page\/(\d+)/.exec(route.request().url())?.[1] ?? 1) - 1;
    return route.fulfill({ contentType: 'text/html', body: pageOf(at) });
  });
}

/** Bytes of all that comes before the images, as hosts send it: texts compressed, fonts as they are. */
async function bytesBeforeImages(browser: Browser, address: string, index: string) {
  const page = await openPage(browser);
  await pretend(page, address, index);
  const sizes: Promise<readonly [type: string, bytes: number]>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type === 'image') return;
    const bytes = response.body();
    sizes.push(bytes.then((body) => [type, type === 'font' ? body.byteLength : brotli(body)]));
  });
  await page.goto(`${address}cases/`, { waitUntil: 'networkidle' });
  await page.locator('[data-gallery][data-shown]').waitFor();
  const sum = { page: 0, fonts: 0 };
  for (const [type, bytes] of await Promise.all(sizes))
    sum[type === 'font' ? 'fonts' : 'page'] += bytes;
  await page.close();
  return sum;
}

/** Milliseconds from a click on each of some values to their cards on the screen. */
async function clickTimes(browser: Browser, address: string, index: string) {
  const page = await openPage(browser);
  await pretend(page, address, index);
  await page.goto(`${address}cases/`, { waitUntil: 'networkidle' });
  await page.locator('[data-gallery][data-shown]').waitFor();
  const times = await page.evaluate(async (names) => {
    const status = document.querySelector('[data-status]') as HTMLElement;
    const list = document.querySelector('[data-cards]') as HTMLElement;
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const found: { counts: number; cards: number }[] = [];
    for (const name of names)
      for (const box of [
        ...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:enabled`),
      ].slice(0, 4)) {
        await new Promise((done) => setTimeout(done, 150));
        const cards = new Promise((done, fail) => {
          const seen = new MutationObserver(() => {
            seen.disconnect();
            done(undefined);
          });
          seen.observe(list, { childList: true });
          setTimeout(() => fail(new Error(`${name} ${box.value}: ${status.textContent}`)), 20_000);
        });
        const before = status.textContent;
        const start = performance.now();
        box.click();
        if (status.textContent === before) throw new Error(`${name} ${box.value} changed nothing.`);
        await painted();
        const counts = performance.now() - start;
        await cards;
        await painted();
        found.push({ counts, cards: performance.now() - start });
      }
    return found;
  }, facetNames);
  await page.close();
  return times;
}

const worst = (values: readonly number[]) => Math.round(Math.max(...values));

/** The gallery of ten thousand cases: what it transfers, and how soon it answers. */
export async function benchGallery(): Promise<BenchRow[]> {
  const index = JSON.stringify(packFacets(generateCases()));
  const site = await serveBuilt();
  const browser = await chromium.launch(browserOptions());
  try {
    const bytes = await bytesBeforeImages(browser, site.address, index);
    const times = await clickTimes(browser, site.address, index);
    const answered = worst(times.map(({ counts }) => counts));
    return [
      {
        name: `page of ${count} cases before its images`,
        value: Math.round((bytes.page + bytes.fonts) / 1000),
        unit: 'kB',
        bar: `below ${mostBytes / 1000}`,
        ok: bytes.page + bytes.fonts < mostBytes,
      },
      {
        name: 'of it the fonts, which all pages share',
        value: Math.round(bytes.fonts / 1000),
        unit: 'kB',
      },
      { name: 'of it the facets', value: Math.round(brotli(index) / 1000), unit: 'kB' },
      {
        name: `click on a facet to its counts, the slowest of ${times.length}`,
        value: answered,
        unit: 'ms',
        bar: `below ${mostMs}`,
        ok: answered < mostMs,
      },
      {
        name: 'the same to the new cards, their sheets fetched',
        value: worst(times.map(({ cards }) => cards)),
        unit: 'ms',
      },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
