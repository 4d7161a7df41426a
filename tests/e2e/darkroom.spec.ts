import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { openDarkroom } from '../../src/radiography/darkroom/darkroom.ts';
import type { Order } from '../../src/radiography/darkroom/order.ts';
import { type Digests, digestsOf, orders } from '../fixtures/radiographs.ts';

test.describe.configure({ timeout: 180_000 });

/** The modules that the tests' site holds beside its pages. */
interface Modules {
  readonly '/darkroom/darkroom.js': { readonly openDarkroom: typeof openDarkroom };
  readonly '/darkroom/phantom.js': { readonly growPhantom: (recipe: unknown) => unknown };
}
declare global {
  interface Window {
    load<Name extends keyof Modules>(name: Name): Promise<Modules[Name]>;
  }
}

/** Opens a page of the site, with its policy, that can load those modules. */
async function openPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.load = (name) => import(name);
  });
  await page.goto('/about/');
}

/** The fingerprints of an order as the browser's worker makes it. */
const digestsInBrowser = (page: Page, order: Order): Promise<Digests> =>
  page.evaluate(async (order) => {
    const { openDarkroom } = await window.load('/darkroom/darkroom.js');
    const { growPhantom } = await window.load('/darkroom/phantom.js');
    const sha256 = async (bytes: BufferSource) =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    const darkroom = openDarkroom();
    const { pixels } = (await darkroom.render(order)).raster;
    darkroom.close();
    return {
      phantom: await sha256(new TextEncoder().encode(JSON.stringify(growPhantom(order.recipe)))),
      pixels: await sha256(pixels as Uint16Array<ArrayBuffer>),
    };
  }, order);

for (const [name, order] of Object.entries(orders))
  test(`browser and Node give the same bytes: ${name}`, async ({ page }) => {
    await openPage(page);
    const inBrowser = await digestsInBrowser(page, order);
    const recorded = await readFile('tests/fixtures/radiograph-digests.json', 'utf8');
    expect(inBrowser).toEqual(await digestsOf(order));
    expect(inBrowser).toEqual(JSON.parse(recorded)[name]);
  });

test('a radiograph can be stopped, and the worker takes the next', async ({ page }) => {
  await openPage(page);
  const seen = await page.evaluate(async (order) => {
    const { openDarkroom } = await window.load('/darkroom/darkroom.js');
    const darkroom = openDarkroom();
    const stop = new AbortController();
    let told = 0;
    const started = performance.now();
    const fault = await darkroom
      .render(
        { ...order, collimation: { widthPx: 1280, heightPx: 1280 } },
        {
          signal: stop.signal,
          onProgress: () => {
            told += 1;
            stop.abort(new Error('The reader went on.'));
          },
        },
      )
      .then(String, String);
    const stopped = performance.now();
    const { raster } = await darkroom.render(order);
    const next = performance.now();
    darkroom.close();
    return {
      fault,
      told,
      widthPx: raster.widthPx,
      begunMs: stopped - started,
      nextMs: next - stopped,
    };
  }, orders['casts in a right breast, magnified'] as Order);
  expect(seen).toMatchObject({ fault: 'Error: The reader went on.', told: 1, widthPx: 240 });
});

test('a recipe that cannot be followed is refused in the words of its fields', async ({ page }) => {
  await openPage(page);
  const fault = await page.evaluate(async () => {
    const { openDarkroom } = await window.load('/darkroom/darkroom.js');
    const darkroom = openDarkroom();
    const order = { recipe: { seed: -1, morphology: 'round' }, view: 'cc' } as const;
    return darkroom.render(order).catch(String);
  });
  expect(fault).toContain('`seed` must be a whole number from 0');
});
