/** Prints a site beside the one that is there and puts it in its place when it is whole. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { faultSentence, openScratch, sweepScratch } from '../machine/index.ts';

/** Files that every printed atlas has: by them its folder is known again. */
const hallmarks = ['descriptors/index.html', 'pagefind/pagefind-entry.json'];

/**
 * Throws a sentence where `folder` holds something that the atlas did not print, since whatever is in
 * the output folder is thrown away. `marks` are files that every folder of its kind has.
 */
export async function checkOutDir(folder: string, marks = hallmarks): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Error(faultSentence(error, folder) ?? error.message, { cause: error });
  });
  if (names.length === 0 || marks.every((file) => existsSync(join(folder, file)))) return;
  throw new Error(
    `${folder} holds files that the atlas did not print, and printing would remove them. Empty it yourself, or name another folder in ATLAS_OUT.`,
  );
}

/**
 * Has a site printed into a new folder and then puts it in the place of `folder`. Until then, and
 * where `print` fails, the site that was there stays as it is and can be served.
 */
export async function replaceSite<Result>(
  folder: string,
  print: (into: string) => Promise<Result>,
  marks = hallmarks,
): Promise<Result> {
  const place = resolve(folder);
  await checkOutDir(folder, marks);
  await sweepScratch(dirname(place));
  const scratch = await openScratch(dirname(place));
  try {
    const site = join(scratch.folder, basename(place));
    await mkdir(site);
    const result = await print(site);
    const old = join(scratch.folder, 'replaced');
    const had = existsSync(place);
    if (had) await rename(place, old);
    await rename(site, place).catch(async (error: unknown) => {
      if (had) await rename(old, place);
      throw error;
    });
    return result;
  } finally {
    await scratch.discard();
  }
}
