import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseSchema } from '../../../src/atlas/case.ts';
import { importFile, type ImportRequest } from '../../../src/intake/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';
import { pngClaiming } from '../../fixtures/png.ts';
import { labelLevel, scannedSlide, tellingWords } from '../../fixtures/slide.ts';
import { tiffOf } from '../../fixtures/tiff.ts';
import { radiograph, stainedTissue, tissueImage } from '../../fixtures/tissue.ts';

const answers = { case: 'c', view: 'histology', source: 'Tests', licence: 'CC0-1.0' };

/** A folder with a file in it and an import of that file into another, empty folder. */
async function scene(name: string, bytes: Uint8Array | undefined) {
  const folder = await temporaryFolder();
  const root = join(folder, 'local');
  const file = join(folder, name);
  if (bytes) await writeFile(file, bytes);
  const request: ImportRequest = {
    file,
    answers: { ...answers, umPerPixel: '0.5' },
    root,
    otherRoot: join(folder, 'content'),
    replace: false,
    today: '2026-01-31',
  };
  return { folder, root, file, request };
}

/** All files below a folder that are not there for the folder's own sake. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function expectRefusal(request: ImportRequest, sentence: string | RegExp) {
  const before = await filesIn(request.root);
  const error = await importFile(request).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toMatch(sentence);
  expect((error as Error).message).not.toContain('\n');
  expect(await filesIn(request.root)).toEqual(before);
}

const plainPage = (widthPx: number, heightPx: number, seed = 1) => ({
  widthPx,
  heightPx,
  samples: 3 as const,
  data: stainedTissue(widthPx, heightPx, seed),
});

describe('An import', () => {
  it('makes a view and a record of a scanned slide, and takes nothing else of it', async () => {
    const { request, root, file } = await scene('Jane Doe 1950.svs', await scannedSlide());
    const { umPerPixel: _, ...rest } = request.answers;
    const imported = await importFile({ ...request, answers: rest });
    expect(imported).toMatchObject({
      umPerPixel: 0.499,
      scaleFrom: 'read from the Aperio header (MPP)',
      header: {
        pictures: [
          { kind: 'smaller copy', count: 1 },
          { kind: 'label image', count: 1 },
          { kind: 'macro image', count: 1 },
        ],
        telling: ['description', 'date', 'name of a person'],
      },
    });
    const image = join(root, 'images/c/histology.tif');
    const record = join(root, 'cases/c.yaml');
    expect((await filesIn(root)).sort()).toEqual([record, image].sort());
    const written = (await readFile(image, 'latin1')) + (await readFile(record, 'latin1'));
    for (const word of tellingWords) expect(written.includes(word) && word).toBe(false);
    expect(written).not.toContain(String.fromCharCode(labelLevel).repeat(120));
    expect(await sharp(image).metadata()).toMatchObject({ width: 300, height: 200, pages: 1 });
    const given = await sharp(file).raw().toBuffer();
    const kept = await sharp(image).raw().toBuffer();
    const differences = kept.map((value, i) => Math.abs(value - (given[i] ?? 0)));
    expect(differences.reduce((most, each) => Math.max(most, each), 0)).toBeLessThan(24);
    expect(caseSchema.parse(parse(await readFile(record, 'utf8')))).toMatchObject({
      origin: { kind: 'imported', source: 'Tests', licence: 'CC0-1.0', importedOn: '2026-01-31' },
      views: [{ id: 'histology', image: 'images/c/histology.tif', umPerPixel: 0.499 }],
    });
  });

  it.each([
    ['PNG', 'a.png', () => tissueImage(200, 100).png().toBuffer()],
    ['striped TIFF', 'a.tif', () => tissueImage(200, 100).tiff({ compression: 'lzw' }).toBuffer()],
    [
      'tiled TIFF',
      'a.tif',
      () => tissueImage(200, 100).tiff({ compression: 'deflate', tile: true }).toBuffer(),
    ],
    [
      'pyramidal TIFF',
      'a.tif',
      () =>
        tissueImage(200, 100)
          .tiff({
            compression: 'deflate',
            tile: true,
            tileWidth: 16,
            tileHeight: 16,
            pyramid: true,
          })
          .toBuffer(),
    ],
  ])('keeps every pixel of a %s', async (_, name, make) => {
    const { request, root } = await scene(name, await make());
    await importFile(request);
    const kept = await sharp(join(root, 'images/c/histology.tif')).raw().toBuffer();
    expect(kept.equals(stainedTissue(200, 100))).toBe(true);
  });

  it('keeps every grey level of a 16-bit radiograph and proposes a window', async () => {
    const levels = radiograph(300, 200);
    const raw = { width: 300, height: 200, channels: 1 } as const;
    const bytes = await sharp(levels, { raw }).toColourspace('grey16').png().toBuffer();
    const { request, root } = await scene('cc.png', bytes);
    const { window } = await importFile({
      ...request,
      answers: { ...request.answers, view: 'cc' },
    });
    expect(window?.low).toBeGreaterThan(600);
    expect(window?.high).toBeLessThan(3900);
    const kept = await sharp(join(root, 'images/c/cc.tif'))
      .toColourspace('grey16')
      .raw({ depth: 'ushort' })
      .toBuffer();
    expect(new Uint16Array(kept.buffer, kept.byteOffset, levels.length)).toEqual(levels);
    expect(parse(await readFile(join(root, 'cases/c.yaml'), 'utf8')).views[0].window).toEqual(
      window,
    );
  });

  it('turns a photograph upright and leaves its EXIF, XMP and colour profile behind', async () => {
    const photograph = await sharp(await tissueImage(300, 200).jpeg().toBuffer())
      .withExif({ IFD0: { Artist: 'Jane Doe', Orientation: '6' } })
      .withMetadata({ orientation: 6, icc: 'p3', exif: { IFD0: { Artist: 'Jane Doe' } } })
      .toBuffer();
    const { request, root } = await scene('a.jpg', photograph);
    const { header } = await importFile(request);
    expect(header.telling).toEqual(['EXIF', 'colour profile (its colours were converted to sRGB)']);
    const image = join(root, 'images/c/histology.tif');
    const found = await sharp(image).metadata();
    expect(found).toMatchObject({ width: 200, height: 300, hasProfile: false, orientation: 1 });
    expect([found.exif, found.xmp, found.icc]).toEqual([undefined, undefined, undefined]);
    expect(await readFile(image, 'latin1')).not.toContain('Jane');
  });

  it('adds a second view to a case, and replaces one only when told to', async () => {
    const { request, root } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    await importFile(request);
    await importFile({ ...request, answers: { ...request.answers, viewId: 'detail' } });
    await expectRefusal(request, 'already has a view "histology"');
    await importFile({
      ...request,
      replace: true,
      answers: { ...request.answers, umPerPixel: '2' },
    });
    const { views } = parse(await readFile(join(root, 'cases/c.yaml'), 'utf8'));
    expect(views).toMatchObject([
      { id: 'histology', umPerPixel: 2 },
      { id: 'detail', umPerPixel: 0.5 },
    ]);
  });

  it.each([
    ['states the new size where nobody has described the view', undefined, /0\.26 × 0\.26 mm/],
    ['keeps what a person has written', 'A duct in cross-section.', /^A duct in cross-section\.$/],
  ])('that replaces a view %s', async (_, description, expected) => {
    const { request, root } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    const first = { ...request.answers, ...(description ? { description } : {}) };
    await importFile({ ...request, answers: { ...first, umPerPixel: '0.5' } });
    await importFile({ ...request, replace: true, answers: { ...answers, umPerPixel: '4' } });
    const { views } = parse(await readFile(join(root, 'cases/c.yaml'), 'utf8'));
    expect(views[0].description).toMatch(expected);
  });

  it('asks for what is missing, and only for that', async () => {
    const { request } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return { case: 'c', umPerPixel: '0.5', licence: 'CC0-1.0' }[question] ?? '';
    };
    await importFile({ ...request, ask, answers: { view: 'cc', source: 'Tests' } });
    expect(asked).toEqual(['case', 'umPerPixel', 'licence']);
  });

  it('says in one sentence all that is missing where nobody can be asked', async () => {
    const { request } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    await expectRefusal(
      { ...request, answers: {} },
      /--case <id>, --view <kind>, --um-per-pixel <number>, --source "…", --licence "…"/,
    );
  });
});

describe('An import refuses, in a sentence and without a trace,', () => {
  const tiff = () => tissueImage(900, 900).tiff({ compression: 'lzw' }).toBuffer();
  const half = async (bytes: Promise<Buffer>) =>
    (await bytes).subarray(0, (await bytes).length >> 1);

  it.each<[string, string, () => Promise<Uint8Array> | Uint8Array | undefined, RegExp]>([
    ['a missing file', 'none.png', () => undefined, /There is no file/],
    ['an empty file', 'a.png', () => new Uint8Array(0), /is empty/],
    [
      'a text file named .png',
      'a.png',
      () => Buffer.from('Dear colleague, '.repeat(20)),
      /not a PNG, JPEG, TIFF or SVS/,
    ],
    [
      'a DICOM file',
      'a.dcm',
      () => Buffer.concat([Buffer.alloc(128), Buffer.from('DICM rest')]),
      /DICOM file, which cannot be imported yet/,
    ],
    ['a GIF', 'a.gif', () => tissueImage(64, 64).gif().toBuffer(), /is a GIF file/],
    [
      'a PNG cut short',
      'a.png',
      () => half(tissueImage(900, 900).png().toBuffer()),
      /damaged or cut short/,
    ],
    [
      'a JPEG cut short',
      'a.jpg',
      () => half(tissueImage(900, 900).jpeg().toBuffer()),
      /damaged or cut short/,
    ],
    ['a TIFF cut short', 'a.tif', () => half(tiff()), /damaged|cut short/],
    [
      'a TIFF whose pixels are cut short',
      'a.tif',
      () => tiffOf([{ ...plainPage(300, 200), heightPx: 9000 }]),
      /damaged or cut short/,
    ],
    [
      'an image of 1 × 1',
      'a.png',
      () => tissueImage(1, 1).png().toBuffer(),
      /1 × 1 pixels are too few/,
    ],
    [
      'a strip of 15 pixels',
      'a.png',
      () => tissueImage(400, 15).png().toBuffer(),
      /400 × 15 pixels are too few/,
    ],
    [
      'a PNG that claims 200,000 × 200,000',
      'a.png',
      () => pngClaiming(200_000, 200_000),
      /claims 200000 × 200000 pixels/,
    ],
    [
      'a TIFF that claims 200,000 × 200,000',
      'a.tif',
      () => tiffOf([{ ...plainPage(30, 20), widthPx: 200_000, heightPx: 200_000 }]),
      /claims 200000 × 200000 pixels/,
    ],
    [
      'a TIFF whose pages lead in a circle',
      'a.tif',
      () => tiffOf([plainPage(300, 200), plainPage(150, 100)], { loop: true }),
      /more than 400 pages/,
    ],
    [
      'a stack of pictures',
      'a.tif',
      () => tiffOf([plainPage(300, 200), plainPage(300, 200, 2)]),
      /2 pictures that could each be the view/,
    ],
  ])('%s', async (_, name, make, sentence) => {
    const { request } = await scene(name, await make());
    await expectRefusal(request, sentence);
  });

  it('a folder', async () => {
    const { request, folder } = await scene('a', undefined);
    await expectRefusal({ ...request, file: folder }, /is a folder/);
  });

  it.each([
    ['case', '../evil'],
    ['case', 'a/b'],
    ['viewId', '..'],
    ['view', 'histolgy'],
    ['umPerPixel', 'half'],
    ['url', 'nowhere'],
    ['source', ' '],
  ])('the %s "%s"', async (question, answer) => {
    const { request, folder } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    await expectRefusal({ ...request, answers: { ...request.answers, [question]: answer } }, /./);
    expect(await readdir(folder)).toEqual(['a.png']);
  });

  it('a case whose id the other folder has', async () => {
    const { request } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    await mkdir(join(request.otherRoot, 'cases'), { recursive: true });
    await writeFile(join(request.otherRoot, 'cases/c.yaml'), 'title: other');
    await expectRefusal(request, /There is a case "c" already/);
  });

  it('an image in the way that no record speaks of', async () => {
    const { request, root } = await scene('a.png', await tissueImage(64, 64).png().toBuffer());
    await mkdir(join(root, 'images/c'), { recursive: true });
    await writeFile(join(root, 'images/c/histology.tif'), 'somebody’s');
    await expectRefusal(request, /is there already, though no record speaks of it/);
  });

  it('being broken off in the middle', async () => {
    const { request, root } = await scene('a.png', await tissueImage(3000, 3000).png().toBuffer());
    const stop = new AbortController();
    const running = importFile({ ...request, signal: stop.signal }).catch(
      (error: unknown) => error,
    );
    while (!existsSync(root)) await wait(5);
    stop.abort(new Error('Broken off.'));
    expect(String(await running)).toContain('Broken off.');
    expect(await readdir(root)).toEqual([]);
  });

  it('a disk that is full, and what was there stays', async ({ skip }) => {
    const { request, folder } = await scene('a.png', await tissueImage(900, 900).png().toBuffer());
    const root = join(folder, 'disk');
    await mkdir(root);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', root], { stdio: 'ignore' });
    } catch {
      skip('a small disk to fill can only be mounted by root on Linux');
    }
    try {
      await mkdir(join(root, 'cases'));
      await writeFile(join(root, 'cases/other.yaml'), 'title: other');
      await expectRefusal({ ...request, root }, /The disk is full/);
    } finally {
      execFileSync('umount', [root]);
    }
  });
});
