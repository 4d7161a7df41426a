/** Unpacks a pyramid into loose Deep Zoom tiles, for viewers and hosts that want them. Node only. */
import { lstat, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { openScratch } from '../machine/index.ts';
import { fileSource } from './file-source.ts';
import { openSzi } from './szi.ts';

/**
 * Writes the pyramid of an SZI file as the new folder `folder`, holding `<name>.dzi` and
 * `<name>_files/` under the folder's own name. Throws a sentence where the folder exists already or
 * the file is not a whole SZI archive; the folder then does not appear.
 */
export async function exportDzi(sziPath: string, folder: string): Promise<{ tiles: number }> {
  const place = resolve(folder);
  if (await lstat(place).catch(() => undefined)) {
    throw new Error(`${folder} exists already. Name a folder that does not exist yet.`);
  }
  await using source = await fileSource(sziPath);
  const szi = await openSzi(source);
  const name = basename(place);
  const scratch = await openScratch(dirname(place));
  try {
    const unfinished = join(scratch.folder, name);
    await mkdir(unfinished);
    await writeFile(join(unfinished, `${name}.dzi`), szi.descriptor);
    let tiles = 0;
    for (const { level, columns, rows } of szi.levels) {
      const levelFolder = join(unfinished, `${name}_files`, String(level));
      await mkdir(levelFolder, { recursive: true });
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const tile = await szi.tile(level, column, row);
          if (!tile) continue;
          await writeFile(join(levelFolder, `${column}_${row}.${szi.format}`), tile.stream());
          tiles += 1;
        }
      }
    }
    await rename(unfinished, place);
    return { tiles };
  } finally {
    await scratch.discard();
  }
}
