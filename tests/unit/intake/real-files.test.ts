import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/intake/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const data = resolve('../shared/data');
const isHere = existsSync(data);
const files = (folder: string) =>
  isHere ? readdirSync(join(data, folder)).map((name) => join(folder, name)) : [];

async function take(name: string, umPerPixel?: string) {
  const root = join(await temporaryFolder(), 'local');
  const given = { case: 'c', view: 'histology', source: 'Tests', licence: 'CC0-1.0' };
  const imported = await importFile({
    file: join(data, name),
    answers: { ...given, umPerPixel },
    root,
    otherRoot: join(root, 'none'),
    replace: false,
    today: '2026-01-31',
  });
  return { imported, root, image: join(root, 'images/c/histology.tif') };
}

describe.skipIf(!isHere)(
  'Real files (skipped where ../shared/data is absent)',
  { timeout: 120_000 },
  () => {
    it('a scanned slide comes in without label, macro image, user, date or scanner', async () => {
      const name = 'wsi/CMU-1-Small-Region.svs';
      const source = await readFile(join(data, name), 'latin1');
      const words = [
        'Aperio',
        'CPAPERIOCS',
        'CMU-1',
        '12/29/09',
        '09:59:15',
        'b414003d',
        'label',
        'macro',
      ];
      for (const word of words) expect(source).toContain(word);
      const { imported, root, image } = await take(name);
      expect(imported).toMatchObject({
        umPerPixel: 0.499,
        header: { widthPx: 2220, heightPx: 2967 },
      });
      const written =
        (await readFile(image, 'latin1')) + (await readFile(join(root, 'cases/c.yaml'), 'latin1'));
      for (const word of words) expect(written.includes(word) && word).toBe(false);
      expect((await sharp(image).metadata()).pages).toBe(1);
      // The label image is 387 × 463, the macro image 1280 × 431; neither size is in the header.
      const given = await sharp(join(data, name)).raw().toBuffer();
      const kept = await sharp(image).raw().toBuffer();
      let largest = 0;
      for (let i = 0; i < kept.length; i++)
        largest = Math.max(largest, Math.abs((kept[i] ?? 0) - (given[i] ?? 0)));
      expect(largest).toBeLessThan(16);
    });

    it.each(files('bcss').filter((name) => name.includes('img')))(
      '%s comes in with its size',
      async (name) => {
        const { imported } = await take(name, '0.25');
        expect(imported.header.widthPx * imported.header.heightPx).toBeGreaterThan(7e6);
      },
    );

    it.each(['wsi/boxes.tiff', 'wsi/kidney-48-5.tif', 'wsi/small_HE_levels.tiff'])(
      '%s keeps every pixel',
      async (name) => {
        const { image } = await take(name, '0.5');
        const given = await sharp(join(data, name)).toColourspace('srgb').raw().toBuffer();
        expect((await sharp(image).raw().toBuffer()).equals(given)).toBe(true);
      },
    );

    it('a stack of channels and focal planes is refused', async () => {
      await expect(take('wsi/multi-channel-z-series.ome.tif', '1')).rejects.toThrow(
        '3 channels and 5 focal planes',
      );
    });

    const broken = ['gofuzz', 'libvips', 'pillow', 'wsi'].flatMap((kind) =>
      files(`broken-${kind}`),
    );
    it.each(broken)('%s comes in whole or is refused in one sentence', async (name) => {
      const result = await take(name, '1').catch((error: unknown) => error);
      if (!(result instanceof Error)) return;
      expect(result.message).toMatch(/^\S.*[.)]$/);
      expect(result.message).not.toMatch(/\n|\bat .*:\d+:\d+/);
    });

    it('nothing is left in the folder of a refused file', async () => {
      const root = join(await temporaryFolder(), 'local');
      const request = { root, otherRoot: '/none', replace: false, today: '2026-01-31' };
      const answers = { case: 'c', view: 'cc', source: 's', licence: 'l', umPerPixel: '1' };
      await importFile({
        ...request,
        answers,
        file: join(data, 'broken-pillow/truncated_image.png'),
      }).catch(() => {});
      expect(await readdir(root)).toEqual([]);
    });
  },
);
