import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readRecipe } from '../../../src/phantom/index.ts';
import { identify, openCache, PyramidQueue } from '../../../src/pyramid/index.ts';
import { simulatedSource } from '../../../src/simulation/index.ts';
import { makerFile } from '../../../src/simulation/maker-file.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const recipe = readRecipe({ seed: 31, density: 'a', breastSize: 'small', morphology: 'punctate' });

async function scene() {
  const folder = await temporaryFolder();
  const cache = await openCache(folder);
  const source = await simulatedSource({ recipe, view: 'magnification-cc' }, folder);
  const { id } = await identify(source, folder);
  return { folder, cache, id, job: { id, source, name: 'a case', megapixels: 50 } };
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
