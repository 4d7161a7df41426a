import { growPhantom } from '../../src/phantom/index.ts';
import type { openDarkroom } from '../../src/radiography/darkroom/darkroom.ts';
import type { Order } from '../../src/radiography/darkroom/order.ts';
import { openTissue } from '../../src/radiography/projection/tissue.ts';
import { takeRadiograph } from '../../src/radiography/radiograph.ts';
import { openBundlePage } from './bundle-site.ts';
import type { BenchRow } from './row.ts';
import { benchSlideScreen } from './slide-screen.ts';

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

async function inBrowser(): Promise<Seconds> {
  await using bundles = await openBundlePage();
  const { page, spent } = bundles;
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
}

const stepsOf = (times: readonly number[]): Seconds =>
  times.slice(1).map((time, i) => time - (times[i] as number));

const rounded = (value: number) => Math.round(value * 100) / 100;

/** What radiographs and slides cost in workers of the browser: of the processor, as everywhere here. */
export async function benchBrowser(): Promise<BenchRow[]> {
  return [...(await benchRadiograph()), ...(await benchSlideScreen())];
}

async function benchRadiograph(): Promise<BenchRow[]> {
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
