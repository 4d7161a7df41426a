import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserOptions } from '../browser.ts';
import { bundleDarkroom } from '../darkroom.ts';

/** An empty page beside the bundles of darkroom and microscope, and what its processes have used. */
export interface BundlePage extends AsyncDisposable {
  readonly page: Page;
  /** Seconds of the processor that pages and their workers have used until now. */
  spent(): Promise<number>;
}

/** Serves the bundles beside an empty page, and opens it in Chromium. */
export async function openBundlePage(): Promise<BundlePage> {
  const site = await serveBundles();
  const browser: Browser = await chromium.launch(browserOptions());
  const page = await browser.newPage();
  await page.goto(site.address);
  const machine = await browser.newBrowserCDPSession();
  return {
    page,
    async spent() {
      const { processInfo } = await machine.send('SystemInfo.getProcessInfo');
      return processInfo
        .filter(({ type }) => type === 'renderer')
        .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await site.close();
    },
  };
}

async function serveBundles(): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bundles-'));
  await bundleDarkroom(folder);
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    const inside = url.startsWith('/assets/') ? join('assets', basename(url)) : basename(url);
    const file = await readFile(join(folder, inside)).catch(() => undefined);
    return response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
