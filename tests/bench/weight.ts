import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium } from '@playwright/test';
import { browserOptions } from '../browser.ts';
import { brotli } from './brotli.ts';
import { serveBuilt } from './built.ts';
import type { BenchRow } from './row.ts';

const kilobytes = (bytes: number) => Math.round(bytes / 10) / 100;

/** Brotli bytes of all JavaScript that a page has loaded by itself, inline scripts included. */
async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 4000 } });
  const files: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      files.push(response.body().then((body) => brotli(body)));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const inline = await page.locator('script:not([src])').allTextContents();
  const bytes = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return bytes + inline.reduce((sum, text) => sum + brotli(text), 0);
}

/** What a page weighs: JavaScript of a page of prose, and what a viewer adds to it. */
export async function benchWeight(): Promise<BenchRow[]> {
  const site = await serveBuilt();
  const browser = await chromium.launch(browserOptions());
  try {
    const prose = await scriptBytes(browser, `${site.address}descriptors/amorphous/`);
    // A case with all there is to a case: radiographs, slides and a story.
    const withViewer = await scriptBytes(browser, `${site.address}cases/recalled-at-57/`);
    const openSeadragon = brotli(
      await readFile(
        createRequire(import.meta.url).resolve(
          'openseadragon/build/openseadragon/openseadragon.min.js',
        ),
      ),
    );
    const added = withViewer - prose - openSeadragon;
    return [
      {
        name: 'JavaScript of a page of prose',
        value: kilobytes(prose),
        unit: 'kB brotli',
        bar: 'at most 6',
        ok: prose <= 6000,
      },
      { name: 'OpenSeadragon by itself', value: kilobytes(openSeadragon), unit: 'kB brotli' },
      {
        name: 'what the viewer adds to OpenSeadragon',
        value: kilobytes(added),
        unit: 'kB brotli',
        bar: 'at most 15',
        ok: added <= 15_000,
      },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
