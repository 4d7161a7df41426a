import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../../src/pyramid/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

const id = '0123456789abcdef0123';

describe('The store of pyramids', () => {
  it('has a pyramid only once both of its files are whole and in place', async () => {
    const cache = await openCache(await temporaryFolder());
    const scratch = await cache.scratch();
    await writeFile(join(scratch.folder, 'pyramid.szi'), 'szi');
    await expect(cache.keep(id, scratch)).rejects.toThrow();
    expect(cache.has(id)).toBe(false);
    await writeFile(join(scratch.folder, 'still.jpg'), 'jpg');
    await cache.keep(id, scratch);
    await scratch.discard();
    expect(cache.has(id)).toBe(true);
    expect((await readdir(cache.folder)).sort()).toEqual([`${id}.jpg`, `${id}.szi`]);
  });

  it('keeps what a renderer knows of its image apart from what is served', async () => {
    const cache = await openCache(await temporaryFolder());
    const scratch = await cache.scratch();
    for (const name of ['pyramid.szi', 'still.jpg', 'truth.json'])
      await writeFile(join(scratch.folder, name), name);
    await cache.keep(id, scratch);
    await scratch.discard();
    expect(await readFile(cache.truthPath(id), 'utf8')).toBe('truth.json');
    expect((await readdir(cache.folder)).sort()).toEqual([`${id}.jpg`, `${id}.szi`]);
  });

  it('sweeps away what a killed program left, and nothing that a living one is writing', async () => {
    const folder = await temporaryFolder();
    const pyramids = join(folder, 'pyramids');
    const living = `.making-${process.pid}-aaaaaaaa`;
    // No system gives out process numbers as high as this one.
    for (const name of ['.making-99999999-bbbbbbbb', living]) {
      await mkdir(join(pyramids, name), { recursive: true });
      await writeFile(join(pyramids, name, 'pyramid.szi'), 'half');
    }
    await openCache(folder);
    expect(await readdir(pyramids)).toEqual([living]);
  });

  it.each(['../../etc/passwd', '', '0123', `${id}0`, id.toUpperCase()])(
    'has no place for the id "%s"',
    async (wrong) => {
      const cache = await openCache(await temporaryFolder());
      expect(() => cache.sziPath(wrong)).toThrow('is not the id of a pyramid');
    },
  );
});
