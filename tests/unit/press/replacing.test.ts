import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOutDir, replaceSite } from '../../../src/press/replacing.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

async function printInto(folder: string, words: string) {
  for (const part of ['descriptors', 'pagefind'])
    await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, 'descriptors/index.html'), words);
  await writeFile(join(folder, 'pagefind/pagefind-entry.json'), '{}');
}

const wordsIn = (folder: string) => readFile(join(folder, 'descriptors/index.html'), 'utf8');

describe('The output folder', () => {
  it('may be missing, empty, or an atlas that was printed before', async () => {
    const folder = await temporaryFolder();
    await checkOutDir(join(folder, 'none'));
    await checkOutDir(folder);
    await printInto(folder, 'one');
    await expect(checkOutDir(folder)).resolves.toBeUndefined();
  });

  it('is refused where it holds something else, which stays', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'thesis.docx'), 'years of work');
    const printing = replaceSite(folder, (into) => printInto(into, 'one'));
    await expect(printing).rejects.toThrow('holds files that the atlas did not print');
    expect(await readdir(folder)).toEqual(['thesis.docx']);
  });

  it('is refused where it is a file', async () => {
    const file = join(await temporaryFolder(), 'dist');
    await writeFile(file, '');
    await expect(checkOutDir(file)).rejects.toThrow('lies below something that is not a folder');
  });

  it('keeps the old site until the new one is whole', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'dist');
    await printInto(folder, 'one');
    await writeFile(join(folder, 'gone.html'), 'old page');
    const pages = await replaceSite(folder, async (into) => {
      await printInto(into, 'two');
      expect(await wordsIn(folder)).toBe('one');
      return 7;
    });
    expect([pages, await wordsIn(folder)]).toEqual([7, 'two']);
    expect((await readdir(folder)).sort()).toEqual(['descriptors', 'pagefind']);
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('keeps the old site where printing fails', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'dist');
    await printInto(folder, 'one');
    const printing = replaceSite(folder, async (into) => {
      await printInto(into, 'half');
      throw new Error('A page is wrong.');
    });
    await expect(printing).rejects.toThrow('A page is wrong.');
    expect(await wordsIn(folder)).toBe('one');
    expect(await readdir(parent)).toEqual(['dist']);
  });
});
