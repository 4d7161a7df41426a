import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { runAtlas as run } from '../../fixtures/command.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

async function recipeFile(folder: string, text = 'seed: 41\ndensity: a\nmorphology: round\n') {
  const path = join(folder, 'a-patient.yaml');
  await writeFile(path, text);
  return path;
}

describe('atlas render', () => {
  it('writes picture, 16-bit picture and truth of a recipe, to scale', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    const { status, out: said } = await run(folder, [
      'render',
      await recipeFile(folder),
      '--view=magnification-cc',
      `--out=${out}`,
    ]);
    expect(status).toBe(0);
    const names = ['json', 'png', 'tif'].map((ending) => `a-patient-magnification-cc.${ending}`);
    expect((await readdir(out)).sort()).toEqual(names);
    expect(said.trim().split('\n').sort()).toEqual(names.map((name) => join(out, name)));
    const [json = '', png = '', tif = ''] = names.map((name) => join(out, name));
    expect(await sharp(png).metadata()).toMatchObject({ width: 1280, depth: 'uchar', channels: 1 });
    const deep = await sharp(tif).metadata();
    expect(deep).toMatchObject({ width: 1280, height: 1280, depth: 'ushort', channels: 1 });
    // 38.9 µm a pixel are 653 pixels an inch.
    expect(deep.density).toBeCloseTo(653, 0);
    const truth = JSON.parse(await readFile(json, 'utf8'));
    expect(truth).toMatchObject({ view: 'magnification-cc', window: { low: 4096 } });
    expect(truth.note).toContain('Simulated');
  });

  it.each([
    ['an unknown case', ['morphology-plat'], 'did you mean `morphology-plate`?'],
    ['a drawn case', ['morphology-plate'], 'is drawn: it has no recipe to render'],
    ['a missing file', ['none.yaml'], 'There is no file none.yaml'],
    ['an unknown view', ['x.yaml', '--view=mloo'], 'did you mean `mlo`? Expected one of cc, mlo'],
    ['an unknown format', ['x.yaml', '--format=jpeg'], 'Expected one of png, tiff'],
  ])('answers %s with one sentence', async (_, args, sentence) => {
    const folder = await temporaryFolder();
    const { status, out, err } = await run(folder, [
      'render',
      ...args,
      `--out=${join(folder, 'out')}`,
    ]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err.trim()).not.toContain('\n');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([
    ['seed: one\nmorphology: round\n', '`seed` must be a whole number from 0 to 4294967295'],
    ['seed: 1\nmorphology: skin\nsizeMm: 9\n', '`sizeMm` must be from 0.3 to 1.6 mm'],
    ['seed: 3\nmorphology: round\nsite: {xMm: 120, yMm: 99, zMm: 99}\n', '`site` must lie in'],
    ['seed: [1\n', 'a-patient.yaml:'],
  ])('refuses the recipe %j with its field and what is permitted', async (text, sentence) => {
    const folder = await temporaryFolder();
    const { status, err } = await run(folder, ['render', await recipeFile(folder, text)]);
    expect(status).toBe(1);
    expect(err).toContain(sentence);
  });

  it('leaves nothing and changes nothing when Ctrl-C arrives', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    await mkdir(out);
    await writeFile(join(out, 'a-patient-cc.png'), 'older');
    const args = ['render', await recipeFile(folder), '--view=cc', `--out=${out}`];
    const { status, err } = await run(folder, args, async (send) => {
      while ((await readdir(out)).length < 2) await wait(20);
      await wait(1500);
      send('SIGINT');
    });
    expect(status).toBe(130);
    expect(err).toContain('Broken off; nothing was changed.');
    expect(await readdir(out)).toEqual(['a-patient-cc.png']);
    expect(await readFile(join(out, 'a-patient-cc.png'), 'utf8')).toBe('older');
  });
});
