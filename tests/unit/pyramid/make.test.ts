import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../src/pyramid/byte-source.ts';
import { jpegOf, makePyramid } from '../../../src/pyramid/make.ts';
import { recipe } from '../../../src/pyramid/recipe.ts';
import type { GreyWindow } from '../../../src/pyramid/source.ts';
import { openSzi } from '../../../src/pyramid/szi.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';
import { radiograph, stainedTissue, tissueImage } from '../../fixtures/tissue.ts';

async function make(path: string, window?: GreyWindow, threads = 2) {
  const folder = await temporaryFolder();
  const places = { szi: join(folder, 'p.szi'), still: join(folder, 'p.jpg') };
  await makePyramid({ kind: 'file', path, window }, places, threads);
  const bytes = await readFile(places.szi);
  return { bytes, still: sharp(places.still), szi: await openSzi(blobSource(new Blob([bytes]))) };
}

/** The picture of a level, put together again from its tiles as 8-bit samples. */
async function joined(szi: Awaited<ReturnType<typeof openSzi>>, at = -1): Promise<Buffer> {
  const level = szi.levels.at(at);
  if (!level) throw new Error('no such level');
  const tiles = [];
  for (let row = 0; row < level.rows; row++) {
    for (let column = 0; column < level.columns; column++) {
      const tile = await szi.tile(level.level, column, row);
      if (!tile) throw new Error(`no tile ${column}, ${row}`);
      tiles.push({
        input: Buffer.from(await tile.arrayBuffer()),
        left: column * recipe.tileSizePx - (column > 0 ? recipe.overlapPx : 0),
        top: row * recipe.tileSizePx - (row > 0 ? recipe.overlapPx : 0),
      });
    }
  }
  const create = {
    width: level.widthPx,
    height: level.heightPx,
    channels: 3,
    background: '#0f0',
  } as const;
  return sharp({ create }).composite(tiles).removeAlpha().raw().toBuffer();
}

function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}

const widthPx = 1300;
const heightPx = 700;

async function written(name: string, write: (path: string) => Promise<unknown>): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await write(path);
  return path;
}

describe('A pyramid that was made', () => {
  it('shows the picture that went in, at every level', async () => {
    const path = await written('view.png', (to) => tissueImage(widthPx, heightPx).toFile(to));
    const { szi, still } = await make(path);
    const { tileSizePx, overlapPx } = recipe;
    expect(szi).toMatchObject({ widthPx, heightPx, tileSizePx, overlapPx, format: 'jpeg' });
    const source = stainedTissue(widthPx, heightPx);
    expect(meanDifference(await joined(szi), source)).toBeLessThan(6);
    const half = await sharp(path).resize(650, 350, { kernel: 'linear' }).raw().toBuffer();
    expect(meanDifference(await joined(szi, -2), half)).toBeLessThan(6);
    const { width, height } = await still.metadata();
    expect([width, height]).toEqual([widthPx, heightPx]);
    expect(meanDifference(await still.raw().toBuffer(), source)).toBeLessThan(6);
  });

  it('has the same bytes whenever, and with however many threads, it is made', async () => {
    const path = await written('view.png', (to) => tissueImage(widthPx, heightPx).toFile(to));
    const [one, two] = [await make(path, undefined, 1), await make(path, undefined, 3)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  it('opens in any program that reads zip archives, with nothing in it but tiles and their description', async () => {
    const path = join(await temporaryFolder(), 'p.szi');
    const from = await written('view.png', (to) => tissueImage(600, 520).toFile(to));
    await makePyramid({ kind: 'file', path: from }, { szi: path, still: `${path}.jpg` }, 1);
    const list =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.testzip() and sys.exit(1); print("\\n".join(z.namelist()))';
    const { stdout } = await promisify(execFile)('python3', ['-c', list, path]).catch(() => ({
      stdout: '',
    }));
    // Where there is no Python, the names are looked for in the archive itself.
    const names = stdout
      ? stdout.trim().split('\n')
      : [
          ...(await readFile(path, 'latin1')).matchAll(/a(?:_files\/\d+\/\d+_\d+\.jpeg|\.dzi)/g),
        ].map(([name]) => name);
    expect(names).toContain('a_files/10/1_1.jpeg');
    expect(names.filter((name) => !/^a(_files\/\d+\/\d+_\d+\.jpeg|\.dzi)$/.test(name))).toEqual([]);
  });

  it('holds places of finer levels beside the picture, which stays as it was', async () => {
    const from = await written('view.png', (to) => tissueImage(600, 520).toFile(to));
    const path = join(await temporaryFolder(), 'p.szi');
    const create = { width: 256, height: 256, channels: 3 as const, background: '#c08' };
    const jpeg = await jpegOf(sharp({ create }));
    const places = { szi: path, still: `${path}.jpg` };
    await makePyramid({ kind: 'file', path: from }, places, 1, [
      { finer: 2, column: 7, row: 3, jpeg },
    ]);
    const szi = await openSzi(blobSource(new Blob([await readFile(path)])));
    const { szi: without } = await make(from);
    expect(szi.levels).toEqual(without.levels);
    expect(await joined(szi)).toEqual(await joined(without));
    const finest = szi.levels.length - 1;
    expect(await (await szi.tile(finest + 2, 7, 3))?.bytes()).toEqual(new Uint8Array(jpeg));
    expect(await szi.tile(finest + 2, 7, 2)).toBeUndefined();
    expect(await szi.tile(finest + 1, 7, 3)).toBeUndefined();
  });

  it('carries no word of the metadata of its source', async () => {
    const path = await written('view.jpg', (to) =>
      tissueImage(600, 400)
        .withExif({ IFD0: { Artist: 'Jane Doe', ImageDescription: 'Ward 7' } })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Jane Doe</a></x:xmpmeta>')
        .toFile(to),
    );
    expect((await readFile(path, 'latin1')).includes('Jane Doe')).toBe(true);
    const { bytes, still } = await make(path);
    const text = bytes.toString('latin1') + (await still.toBuffer()).toString('latin1');
    for (const word of ['Jane Doe', 'Ward 7', 'xmpmeta', 'vips', '202']) {
      expect(text.includes(word) && word).toBe(false);
    }
  });

  it('shows 16-bit grey levels through the window, clipped at both ends', async () => {
    const ramp = Uint16Array.from({ length: 600 * 300 }, (_, i) => (i % 600) * 10);
    const path = await written('ramp.tif', (to) =>
      sharp(ramp, { raw: { width: 600, height: 300, channels: 1 } })
        .toColourspace('grey16')
        .tiff({ compression: 'deflate' })
        .toFile(to),
    );
    const { szi, still } = await make(path, { low: 1000, high: 5000 });
    const levels = await joined(szi);
    const at = (column: number) => levels[(150 * 600 + column) * 3] ?? -1;
    expect(at(50)).toBeLessThan(3);
    expect(at(300)).toBeGreaterThan(124);
    expect(at(300)).toBeLessThan(131);
    expect(at(550)).toBeGreaterThan(252);
    const tile = await szi.tile(szi.levels.length - 1, 0, 0);
    const { channels } = await sharp(await tile?.arrayBuffer()).metadata();
    expect(channels).toBe(1);
    expect((await still.metadata()).channels).toBe(1);
  });

  it('keeps a speck of three pixels as bright as it was', async () => {
    const levels = radiograph(widthPx, heightPx);
    const path = await written('cc.tif', (to) =>
      sharp(levels, { raw: { width: widthPx, height: heightPx, channels: 1 } })
        .toColourspace('grey16')
        .tiff({ compression: 'deflate' })
        .toFile(to),
    );
    const { szi } = await make(path, { low: 600, high: 3900 });
    const shown = await joined(szi);
    const expected = Float64Array.from(levels, (level) => ((level - 600) / 3300) * 255);
    const grey = Float64Array.from(expected, (_, i) => shown[i * 3] ?? 0);
    expect(meanDifference(grey, expected)).toBeLessThan(2.5);
  });

  it('turns an image upright and puts a transparent one on white', async () => {
    const turned = await written('turned.jpg', async (to) =>
      sharp(await tissueImage(600, 400).jpeg().toBuffer())
        .withMetadata({ orientation: 6 })
        .toFile(to),
    );
    expect((await make(turned)).szi).toMatchObject({ widthPx: 400, heightPx: 600 });
    const create = { width: 100, height: 100, channels: 4 as const, background: '#0000' };
    const clear = await written('clear.png', (to) => sharp({ create }).png().toFile(to));
    const { szi } = await make(clear);
    expect((await joined(szi)).every((value) => value > 250)).toBe(true);
  });

  it('shows computed grey levels as it shows those of a 16-bit file', async () => {
    const pixels = Uint16Array.from({ length: 600 * 400 }, (_, i) => (i * 97) % 65_536);
    const window = { low: 9000, high: 50_000 };
    const path = await written('a.tif', (to) =>
      sharp(pixels, { raw: { width: 600, height: 400, channels: 1 } })
        .toColourspace('grey16')
        .tiff({ compression: 'none' })
        .toFile(to),
    );
    const folder = await temporaryFolder();
    const places = { szi: join(folder, 'p.szi'), still: join(folder, 'p.jpg') };
    await makePyramid({ kind: 'grey', pixels, widthPx: 600, heightPx: 400, window }, places, 2);
    const bytes = await readFile(places.szi);
    const computed = await joined(await openSzi(blobSource(new Blob([bytes]))));
    const fromFile = await joined((await make(path, window)).szi);
    expect(meanDifference(computed, fromFile)).toBeLessThan(1);
  });
});
