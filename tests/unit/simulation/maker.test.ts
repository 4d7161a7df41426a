import { openAsBlob } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openSlides } from '../../../src/microscopy/index.ts';
import { readBiopsy, readRecipe } from '../../../src/phantom/index.ts';
import { identify, openCache, PyramidQueue } from '../../../src/pyramid/index.ts';
import { blobSource } from '../../../src/pyramid/byte-source.ts';
import { openSzi } from '../../../src/pyramid/szi.ts';
import {
  simulatedSource,
  slideOf,
  type Stop,
  type ViewOrder,
} from '../../../src/simulation/index.ts';
import { stopTiles } from '../../../src/simulation/stop-tiles.ts';
import { makerFile } from '../../../src/simulation/maker-file.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const recipe = readRecipe({ seed: 31, density: 'a', breastSize: 'small', morphology: 'punctate' });

async function scene() {
  const folder = await temporaryFolder();
  const cache = await openCache(folder);
  const job = await jobOf({ recipe, view: 'magnification-cc' }, folder);
  return { folder, cache, id: job.id, job };
}

async function jobOf(order: ViewOrder, folder: string, stops: readonly Stop[] = []) {
  const source = await simulatedSource(order, folder, stops);
  const { id } = await identify(source, folder);
  const { together } = source;
  return { id, source, name: order.view, megapixels: 50, together };
}

describe('The maker of simulated views', () => {
  it('makes pyramid, still and truth, and tells how far it is', async () => {
    const { cache, id, job } = await scene();
    const parts: number[] = [];
    const queue = new PyramidQueue(cache, {
      worker: makerFile,
      onChange: ({ part }) => parts.push(part),
    });
    queue.add([job]);
    expect(await queue.drain()).toEqual([]);
    expect(cache.has(id)).toBe(true);
    const still = await sharp(cache.stillPath(id)).metadata();
    expect([still.width, still.height, still.channels]).toEqual([1280, 1280, 1]);
    const truth = JSON.parse(await readFile(cache.truthPath(id), 'utf8'));
    expect(truth).toMatchObject({ view: 'magnification-cc', widthPx: 1280 });
    expect(truth.specks.length).toBeGreaterThan(4);
    expect(new Set(parts).size).toBeGreaterThan(4);
    // What gives answers away is not among the files that are served.
    expect(await readdir(cache.folder)).toEqual([`${id}.jpg`, `${id}.szi`]);
  });

  it('makes the slides of one section at once, each in its light', async () => {
    const folder = await temporaryFolder();
    const cache = await openCache(folder);
    const biopsy = readBiopsy({ gauge: 14, cores: 6 });
    const section = { depthUm: 900 };
    // Coarser than an overview, so that it takes no time.
    const orders = (['histology', 'polarised'] as const).map((view) => ({
      ...{ recipe, biopsy, view, section, level: 8 },
    }));
    const jobs = await Promise.all(orders.map((order) => jobOf(order, folder)));
    const [plain, polarised] = jobs as [(typeof jobs)[0], (typeof jobs)[0]];
    expect(plain.together).toBe(polarised.together);
    const other = { ...orders[0], section: { depthUm: 904 } } as ViewOrder;
    expect((await jobOf(other, folder)).together).not.toBe(plain.together);

    const queue = new PyramidQueue(cache, { worker: makerFile });
    queue.add(jobs);
    expect(queue.overall().total).toBe(2);
    expect(await queue.drain()).toEqual([]);
    const light = await Promise.all(
      jobs.map(async ({ id }) => {
        const { channels } = await sharp(cache.stillPath(id)).stats();
        return channels[0]?.mean;
      }),
    );
    expect(light[0]).toBeGreaterThan(200);
    expect(light[1]).toBeLessThan(60);
    const [truth, twin] = await Promise.all(
      jobs.map(({ id }) => readFile(cache.truthPath(id), 'utf8')),
    );
    expect(truth).toBe(twin);
  });

  it('keeps the place where a story stops, in that light alone', async () => {
    const folder = await temporaryFolder();
    const cache = await openCache(folder);
    const biopsy = readBiopsy({ gauge: 14, cores: 6 });
    const order = { recipe, biopsy, section: { depthUm: 900 }, level: 8 } as const;
    const stop = { xMm: 10, yMm: 4, widthMm: 2 };
    const jobs = await Promise.all([
      jobOf({ ...order, view: 'histology' }, folder),
      jobOf({ ...order, view: 'polarised' }, folder, [stop]),
    ]);
    const queue = new PyramidQueue(cache, { worker: makerFile });
    queue.add(jobs);
    expect(await queue.drain()).toEqual([]);
    const [plain, polarised] = await Promise.all(
      jobs.map(async ({ id }) => openSzi(blobSource(await openAsBlob(cache.sziPath(id))))),
    );
    const tiles = stopTiles([stop], openSlides()(slideOf({ ...order, view: 'polarised' })));
    expect(tiles.length).toBeGreaterThan(4);
    for (const { level, column, row } of tiles) {
      const place = [(polarised?.levels.length ?? 0) - 1 + 8 - level, column, row] as const;
      expect(await polarised?.tile(...place)).toBeDefined();
      expect(await plain?.tile(...place)).toBeUndefined();
    }
  });

  it('leaves nothing when it is stopped in the middle', async () => {
    const { folder, cache, job } = await scene();
    let stopped: Promise<void> | undefined;
    const queue = new PyramidQueue(cache, {
      worker: makerFile,
      onChange: ({ part }) => {
        if (part > 0.05) stopped ??= queue.stop();
      },
    });
    queue.add([job]);
    await queue.drain();
    await stopped;
    expect(stopped).toBeDefined();
    expect(await readdir(cache.folder)).toEqual([]);
    expect(await readdir(folder)).toEqual(['patients', 'pyramids']);
    expect(await readdir(join(folder, 'patients'))).toHaveLength(1);
  });
});
