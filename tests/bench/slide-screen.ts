import type { openMicroscope } from '../../src/microscopy/microscope/microscope.ts';
import type { TileOrder } from '../../src/microscopy/microscope/order.ts';
import { slideTile, slideTilePlace } from '../../src/microscopy/tile-grid.ts';
import { lesionPatient, sectionOf } from '../fixtures/lesion-sections.ts';
import { openBundlePage } from './bundle-site.ts';
import type { BenchRow } from './row.ts';

/** A screen full of a slide about a speck, at these levels: 0.5 µm, 2 µm and 4 µm a pixel. */
const screen = { widthPx: 1920, heightPx: 1080 };
const levels = [1, 3, 4] as const;
const lesions = ['sclerosing-adenosis', 'low-grade-dcis', 'high-grade-dcis'] as const;
const mostSeconds = 3;
const workers = 2;
/** Larger than any slide: places are cut to it. */
const beyond = { widthPx: 2 ** 20, heightPx: 2 ** 20 };

/** What a screen took: of the clock, and of all processors together. */
interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** The tiles of a screen whose middle lies at a place of the slide in µm. */
function tilesOf(slide: TileOrder['slide'], level: number, x: number, y: number): TileOrder[] {
  const pitchUm = 0.25 * 2 ** level;
  const range = (middleUm: number, px: number) => {
    const from = Math.max(0, Math.floor((middleUm / pitchUm - px / 2) / slideTile.sidePx));
    const to = Math.ceil((middleUm / pitchUm + px / 2) / slideTile.sidePx);
    return Array.from({ length: to - from }, (_, n) => from + n);
  };
  return range(y, screen.heightPx).flatMap((row) =>
    range(x, screen.widthPx).map((column) => ({
      slide,
      place: slideTilePlace({ level, column, row }, beyond),
    })),
  );
}

/** Renders screens in the browser's own workers, of a slide that they have opened before. */
async function costsOf(lesion: (typeof lesions)[number]): Promise<Cost[]> {
  const { section, x, y } = sectionOf(lesion);
  const slide = { ...lesionPatient(lesion), depthUm: section.depthUm };
  await using bundles = await openBundlePage();
  const { page, spent } = bundles;
  const microscope = await page.evaluateHandle(async () => {
    const at = '/microscope.js';
    const module: { openMicroscope: typeof openMicroscope } = await import(at);
    return module.openMicroscope();
  });
  const render = (orders: readonly TileOrder[]) =>
    microscope.evaluate(async (each, orders) => {
      const start = performance.now();
      await Promise.all(orders.map((order) => each.tile(order)));
      return (performance.now() - start) / 1000;
    }, orders);
  // So many bare tiles that each worker gets one, and has grown the patient.
  await render(tilesOf(slide, 1, 0, 0));
  const costs: Cost[] = [];
  for (const level of levels) {
    const before = await spent();
    const seconds = await render(tilesOf(slide, level, x, y));
    costs.push({ seconds, cpuSeconds: (await spent()) - before });
  }
  return costs;
}

/** What a screen of a slide takes until it is sharp, on two workers of the browser. */
export async function benchSlideScreen(): Promise<BenchRow[]> {
  const costs: Cost[][] = [];
  for (const lesion of lesions) costs.push(await costsOf(lesion));
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return levels.flatMap((level, n): BenchRow[] => {
    const mean = (of: keyof Cost) =>
      costs.reduce((sum, each) => sum + (each[n] as Cost)[of], 0) / costs.length;
    const share = mean('cpuSeconds') / workers;
    const name = `1920 × 1080 of a slide at ${0.25 * 2 ** level} µm/px in Chromium`;
    return [
      {
        name: `${name}, each of two workers`,
        value: rounded(share),
        unit: 's CPU',
        bar: `at most ${mostSeconds}`,
        ok: share <= mostSeconds,
      },
      { name: `${name}, by the clock`, value: rounded(mean('seconds')), unit: 's' },
    ];
  });
}
