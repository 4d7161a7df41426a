import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openScratch, writeWhole } from '../../../src/machine/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

describe('Files that appear whole or not at all', () => {
  it('replace what was there in one step', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'deep/er/a.txt');
    await writeWhole(path, 'one');
    await writeWhole(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'deep/er'))).toEqual(['a.txt']);
  });

  it('leave the old file where the new one cannot be written', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a.txt'));
    await expect(writeWhole(join(folder, 'a.txt'), 'two')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('move together: none of them where one is missing', async () => {
    const folder = await temporaryFolder();
    const scratch = await openScratch(folder);
    await writeFile(join(scratch.folder, 'a'), 'a');
    await expect(
      scratch.keep(['a', join(folder, 'a')], ['b', join(folder, 'b')]),
    ).rejects.toThrow();
    await scratch.discard();
    await scratch.discard();
    expect(await readdir(folder)).toEqual([]);
  });
});
