import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { growPhantom } from '../../src/phantom/index.ts';
import type { openDarkroom } from '../../src/radiography/darkroom/darkroom.ts';
import type { Order } from '../../src/radiography/darkroom/order.ts';
import { openTissue } from '../../src/radiography/projection/tissue.ts';
import { takeRadiograph } from '../../src/radiography/radiograph.ts';
import { browserOptions } from '../browser.ts';
import { bundleDarkroom } from '../darkroom.ts';
import type { BenchRow } from './row.ts';

/** A megapixel of two magnification views of one large breast, asked for one after the other. */
const recipe = { seed: 54, breastSize: 'large', density: 'b', morphology: 'fine-pleomorphic' };
const collimation = { widthPx: 1000, heightPx: 1000 };
const views = ['magnification-cc', 'magnification-ml'] as const;
const mostSeconds = 4;

/** Seconds of the processor that each of the views took. */
type Seconds = readonly number[];

async function inNode(): Promise<Seconds> {
  const spent = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const times = [spent()];
  const phantom = growPhantom(recipe);
  const tissue = openTissue(phantom);
  for (const view of views) {
    await takeRadiograph(phantom, view, { collimation, tissue });
    times.push(spent());
  }
  return stepsOf(times);
}

/** Serves the darkroom beside an empty page. */
async function serveDarkroomSite(): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-darkroom-'));
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

async function inBrowser(): Promise<Seconds> {
  const site = await serveDarkroomSite();
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    const machine = await browser.newBrowserCDPSession();
    const spent = async () => {
      const { processInfo } = await machine.send('SystemInfo.getProcessInfo');
      return processInfo
        .filter(({ type }) => type === 'renderer')
        .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    };
    const darkroom = await page.evaluateHandle(async () => {
      const at = '/darkroom.js';
      const module: { openDarkroom: typeof openDarkroom } = await import(at);
      return module.openDarkroom();
    });
    const times = [await spent()];
    for (const view of views) {
      const order: Order = { recipe, view, collimation };
      await darkroom.evaluate(async (room, order) => void (await room.render(order)), order);
      times.push(await spent());
    }
    return stepsOf(times);
  } finally {
    await browser.close();
    await site.close();
  }
}

const stepsOf = (times: readonly number[]): Seconds =>
  times.slice(1).map((time, i) => time - (times[i] as number));

const rounded = (value: number) => Math.round(value * 100) / 100;

/** What a megapixel costs in a worker of the browser: of the processor, as everywhere here. */
export async function benchBrowser(): Promise<BenchRow[]> {
  const node = await inNode();
  const browser = await inBrowser();
  return ['the first view, with growing the patient', 'the next view of the same patient'].flatMap(
    (name, i): BenchRow[] => {
      const [here, there] = [node[i] as number, browser[i] as number];
      return [
        {
          name: `1 Mpx in Chromium, ${name}`,
          value: rounded(there),
          unit: 's CPU',
          bar: `at most ${mostSeconds}`,
          ok: there <= mostSeconds,
        },
        { name: `the same in Node`, value: rounded(here), unit: 's CPU' },
        { name: 'Chromium over Node', value: rounded(there / here), unit: '' },
      ];
    },
  );
}
