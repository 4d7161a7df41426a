import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import sirv from 'sirv';
import { exportDzi } from '../../src/pyramid/index.ts';
import { browserOptions } from '../browser.ts';
import { builtSite, serveBuilt } from './built.ts';
import { pageMemory } from './page-memory.ts';
import type { BenchRow } from './row.ts';

/** The bars of the viewer and of its bench. */
const bars = { firstTile: 1.15, framesPerSecond: 50, overlayMs: 4, growth: 1.1 };
const viewport = { width: 1440, height: 1000 };
const slide = 'cases/recalled-at-57/';
const films = ['cc', 'mlo', 'magnification-cc', 'magnification-ml'];
const rounds = 7;
const crowd = 5000;

const rounded = (value: number) => Math.round(100 * value) / 100;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds from the start of a page until a tile is painted, by whomever, and until OpenSeadragon has drawn one. */
interface Painted {
  tileMs?: number;
  drawnMs?: number;
}

/**
 * Watches from the start of a page for the first canvas that shows something at its middle. Before
 * OpenSeadragon is there the atlas paints the coarsest tile of the pyramid, the whole picture, itself.
 */
function watchForPicture(): void {
  const painted: Painted = {};
  (window as unknown as { painted: Painted }).painted = painted;
  const look = () => {
    for (const canvas of document.querySelectorAll('canvas')) {
      if (canvas.width < 100 || canvas.closest('.trace-overlay')) continue;
      const [x, y] = [canvas.width >> 1, canvas.height >> 1];
      if (!canvas.getContext('2d')?.getImageData(x, y, 1, 1).data[3]) continue;
      painted.tileMs ??= performance.now();
      if (canvas.className === 'viewer-first') continue;
      painted.drawnMs = performance.now();
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function msToPicture(browser: Browser, address: string): Promise<Required<Painted>> {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(watchForPicture);
  await page.goto(address);
  const painted = await page
    .waitForFunction(() => {
      const found = (window as unknown as { painted: Painted }).painted;
      return found.drawnMs !== undefined && found;
    })
    .then((handle) => handle.jsonValue());
  await page.close();
  return painted as Required<Painted>;
}

/** Serves a page with nothing but OpenSeadragon and the tiles of a pyramid as loose files. */
async function serveBare(pyramid: string): Promise<{ address: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bare-'));
  await exportDzi(pyramid, join(folder, 'image'));
  const dzi = (await readdir(folder, { recursive: true })).find((name) => name.endsWith('.dzi'));
  const script = createRequire(import.meta.url).resolve(
    'openseadragon/build/openseadragon/openseadragon.min.js',
  );
  await writeFile(join(folder, 'openseadragon.js'), await readFile(script));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><style>body{margin:0}#view{height:100vh}</style><div id="view"></div>
<script src="openseadragon.js"></script>
<script>OpenSeadragon({ id: 'view', tileSources: ${JSON.stringify(dzi)}, drawer: 'canvas', showNavigationControl: false })</script>`,
  );
  const server = createServer(sirv(folder, { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openBench(browser: Browser, address: string, query: string, panes: number) {
  const page = await browser.newPage({ viewport });
  await page.goto(`${address}${slide}?${query}`);
  await page.waitForFunction(
    (count) => document.querySelectorAll('atlas-viewer[data-live]').length === count,
    panes,
  );
  await page.waitForLoadState('networkidle');
  return page;
}

/** Drags a pane to and fro for two seconds; frames that the page drew in the meantime, and seconds. */
async function drag(page: Page): Promise<{ frames: number; seconds: number }> {
  const box = await page.locator('.openseadragon-canvas').first().boundingBox();
  if (!box) throw new Error('There is no picture to drag.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(() => {
    const counter = window as unknown as { frames: number };
    counter.frames = 0;
    const count = () => {
      counter.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const from = performance.now();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; performance.now() - from < 2000; step += 1)
    await page.mouse.move(x + 60 * Math.sin(step / 9), y + 40 * Math.cos(step / 7));
  await page.mouse.up();
  const seconds = (performance.now() - from) / 1000;
  const frames = await page.evaluate(() => (window as unknown as { frames: number }).frames);
  return { frames, seconds };
}

const scriptSeconds = async (session: CDPSession) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
};

/** Milliseconds of script that each frame of a drag costs, and how many frames a second brings. */
async function frameCost(page: Page): Promise<{ ms: number; perSecond: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await scriptSeconds(session);
  const { frames, seconds } = await drag(page);
  const ms = (1000 * ((await scriptSeconds(session)) - before)) / frames;
  return { ms, perSecond: frames / seconds };
}

/** Lets the page believe in thousands of calcifications, small squares all over the picture. */
async function pretendCrowd(page: Page): Promise<void> {
  await page.route('**/findings/*.json', async (route) => {
    const trace = JSON.parse(await (await route.fetch()).text());
    const [first] = trace.specks;
    const specks = Array.from({ length: crowd }, (_, id) => {
      const [x, y] = [(id * 7919) % 1250, (id * 104_729) % 1250];
      return { ...first, id, outlinesPx: [[x, y, x + 9, y, x + 9, y + 9, x, y + 9]], hidden: null };
    });
    await route.fulfill({ json: { ...trace, specks } });
  });
}

/** What the marks add to a frame, and the frames a second with them. */
async function overlayCost(browser: Browser, address: string) {
  const cost = async (marked: boolean) => {
    const page = await browser.newPage({ viewport });
    await pretendCrowd(page);
    await page.goto(`${address}${slide}?panes=magnification-cc${marked ? '&findings=on' : ''}`);
    await page.waitForSelector('atlas-viewer[data-live]');
    if (marked) await page.waitForSelector('.trace-overlay');
    await page.waitForLoadState('networkidle');
    const found = await frameCost(page);
    await page.close();
    return found;
  };
  const without = await cost(false);
  const marked = await cost(true);
  return { ms: rounded(marked.ms - without.ms), perSecond: rounded(marked.perSecond) };
}

/**
 * How much larger the heap of a page's script is after 200 changes of a pane than after 20. What engines
 * compile lies in it too, and grows for as long as the program gets faster: it can be left out.
 */
async function heapGrowth(address: string, compiles: boolean): Promise<number> {
  const { args = [], ...options } = browserOptions();
  const plain = '--js-flags=--no-opt,--no-maglev,--no-sparkplug';
  const browser = await chromium.launch({
    ...options,
    args: compiles ? args : [...args, plain],
  });
  const page = await openBench(browser, address, 'panes=magnification-cc', 1);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const strip = page.locator('.bench-strip button');
  const heap: number[] = [];
  for (let change = 1; change <= 200; change += 1) {
    await strip.nth(change % films.length).click();
    // Not `waitForSelector`: what that returns would keep the pane alive.
    await page.locator('atlas-viewer[data-live]').waitFor();
    if (change !== 20 && change !== 200) continue;
    await page.waitForLoadState('networkidle');
    // A pane that has gone is held until its last timer has run.
    await page.waitForTimeout(2500);
    await session.send('HeapProfiler.collectGarbage');
    heap.push((await session.send('Runtime.getHeapUsage')).usedSize);
  }
  await browser.close();
  return (heap[1] ?? Number.NaN) / (heap[0] ?? Number.NaN);
}

/** Changes the pane of a bench so often, waits until nothing is left to do, and gives back what is not used. */
const changePanes = (from: number, until: number) => `(async () => {
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const strip = document.querySelectorAll('.bench-strip button');
  for (let change = ${from}; change <= ${until}; change += 1) {
    strip[change % ${films.length}].click();
    await rest(50);
    while (!document.querySelector('atlas-viewer[data-live]')) await rest(20);
    await rest(100);
  }
  await rest(3000);
  for (let time = 0; time < 3; time += 1) gc();
})()`;

/** What readers feel of the viewer: how soon it shows, how smoothly it moves, what it leaves behind. */
export async function benchViewer(): Promise<BenchRow[]> {
  const site = await serveBuilt();
  const browser = await chromium.launch(browserOptions());
  const page = await openBench(browser, site.address, 'panes=magnification-cc', 1);
  const pyramid = await page.locator('atlas-viewer').first().getAttribute('data-pyramid');
  await page.close();
  const bare = await serveBare(join(builtSite, new URL(pyramid ?? '', site.address).pathname));
  try {
    const [ours, theirs]: [Required<Painted>[], Required<Painted>[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await msToPicture(browser, bare.address));
      ours.push(await msToPicture(browser, `${site.address}${slide}?panes=magnification-cc`));
    }
    const middle = (of: readonly Required<Painted>[], what: keyof Painted) =>
      median(of.map((painted) => painted[what]));
    const bareMs = middle(theirs, 'tileMs');
    const ratio = rounded(middle(ours, 'tileMs') / bareMs);
    const four = await openBench(browser, site.address, `panes=${films.join()}`, 4);
    const { frames, seconds } = await drag(four);
    await four.close();
    const perSecond = rounded(frames / seconds);
    const overlay = await overlayCost(browser, site.address);
    const uncompiled = await heapGrowth(site.address, false);
    const compiledToo = await heapGrowth(site.address, true);
    const held = await pageMemory(`${site.address}${slide}?panes=magnification-cc`, [
      changePanes(1, 20),
      changePanes(21, 200),
    ]);
    const growth = (name: string, value: number): BenchRow => ({
      name: `${name} after 200 changes of a pane beside after 20`,
      value: rounded(value),
      unit: 'times',
      bar: `at most ${bars.growth}`,
      ok: value <= bars.growth,
    });
    return [
      {
        name: `first tile painted, ${Math.round(middle(ours, 'tileMs'))} ms, beside bare OpenSeadragon, ${Math.round(bareMs)} ms`,
        value: ratio,
        unit: 'times',
        bar: `at most ${bars.firstTile}`,
        ok: ratio <= bars.firstTile,
      },
      {
        name: `first tile drawn by OpenSeadragon on the bench, ${Math.round(middle(ours, 'drawnMs'))} ms, beside bare`,
        value: rounded(middle(ours, 'drawnMs') / bareMs),
        unit: 'times',
      },
      {
        name: 'four panes that move together',
        value: perSecond,
        unit: 'frames a second',
        bar: `at least ${bars.framesPerSecond}`,
        ok: perSecond >= bars.framesPerSecond,
      },
      {
        name: `marks of ${crowd} calcifications`,
        value: overlay.ms,
        unit: 'ms of script a frame',
        bar: `below ${bars.overlayMs}`,
        ok: overlay.ms < bars.overlayMs,
      },
      { name: 'a pane that moves with them', value: overlay.perSecond, unit: 'frames a second' },
      growth('memory of the page', (held[1] ?? Number.NaN) / (held[0] ?? Number.NaN)),
      growth('heap of its script, nothing compiled,', uncompiled),
      {
        name: 'the same with what the engine has compiled',
        value: rounded(compiledToo),
        unit: 'times',
      },
    ];
  } finally {
    await browser.close();
    await bare.close();
    await site.close();
  }
}
