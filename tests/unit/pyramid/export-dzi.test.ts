import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { exportDzi } from '../../../src/pyramid/index.ts';
import { makePyramid } from '../../../src/pyramid/make.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';
import { tissueImage } from '../../fixtures/tissue.ts';

async function pyramid() {
  const folder = await temporaryFolder();
  const path = join(folder, 'view.png');
  await tissueImage(1100, 600).toFile(path);
  const places = { szi: join(folder, 'p.szi'), still: join(folder, 'p.jpg') };
  await makePyramid({ kind: 'file', path }, places, 1);
  return { folder, szi: places.szi };
}

describe('A pyramid unpacked into loose tiles', () => {
  it('is a Deep Zoom image under the name of its folder', async () => {
    const { folder, szi } = await pyramid();
    const out = join(folder, 'slide');
    const { tiles } = await exportDzi(szi, out);
    expect((await readdir(out)).sort()).toEqual(['slide.dzi', 'slide_files']);
    expect(await readFile(join(out, 'slide.dzi'), 'utf8')).toContain('TileSize="510"');
    const names = await readdir(join(out, 'slide_files'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.jpeg'))).toHaveLength(tiles);
    const corner = await sharp(join(out, 'slide_files', '11', '2_1.jpeg')).metadata();
    expect([corner.width, corner.height]).toEqual([1100 - 2 * 510 + 1, 600 - 510 + 1]);
  });

  it('never overwrites, and never appears in part', async () => {
    const { folder, szi } = await pyramid();
    const taken = join(folder, 'taken');
    await mkdir(taken);
    await expect(exportDzi(szi, taken)).rejects.toThrow('exists already');
    const cut = join(folder, 'cut.szi');
    await writeFile(cut, (await readFile(szi)).subarray(0, -100));
    await expect(exportDzi(cut, join(folder, 'none'))).rejects.toThrow('not a whole SZI archive');
    expect(
      (await readdir(folder)).filter((name) => name === 'none' || name.startsWith('.')),
    ).toEqual([]);
  });
});
