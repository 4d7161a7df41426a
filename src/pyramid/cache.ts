/** The store of finished pyramids, outside of the built site. Node only. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openScratch, type Scratch, sweepScratch } from '../machine/index.ts';

/** The files of a pyramid in a scratch folder, before they are kept. */
export const unfinished = {
  szi: 'pyramid.szi',
  still: 'still.jpg',
  truth: 'truth.json',
} as const;

/** The store of finished pyramids. Everything in it is whole: files get their names last. */
export interface PyramidCache {
  readonly folder: string;
  /** Where the pyramid lies, or will lie. */
  sziPath(id: string): string;
  /** Where the still picture of the pyramid lies, or will lie. */
  stillPath(id: string): string;
  /**
   * Where lies, or will lie, what the renderer of an image knows of it. It gives answers away: it is
   * in a folder of its own, which is neither served nor published.
   */
  truthPath(id: string): string;
  has(id: string): boolean;
  /** A folder to make a pyramid in, under the names of `unfinished`. */
  scratch(): Promise<Scratch>;
  /** Takes the finished pyramid out of a scratch folder into the store. */
  keep(id: string, scratch: Scratch): Promise<void>;
}

/** Opens the store below `cacheDir` and sweeps away what killed programs have left unfinished. */
export async function openCache(cacheDir: string): Promise<PyramidCache> {
  const folder = join(cacheDir, 'pyramids');
  await sweepScratch(folder);
  const truths = join(cacheDir, 'truths');
  const place = (id: string, ending: string, parent = folder) => {
    if (!/^[0-9a-f]{20}$/.test(id)) throw new Error(`"${id}" is not the id of a pyramid.`);
    return join(parent, `${id}.${ending}`);
  };
  const cache: PyramidCache = {
    folder,
    sziPath: (id) => place(id, 'szi'),
    stillPath: (id) => place(id, 'jpg'),
    truthPath: (id) => place(id, 'json', truths),
    has: (id) => existsSync(cache.sziPath(id)) && existsSync(cache.stillPath(id)),
    scratch: () => openScratch(folder),
    async keep(id, scratch) {
      // The pyramid last: whoever sees it finds the still beside it.
      const hasTruth = existsSync(join(scratch.folder, unfinished.truth));
      await scratch.keep(
        ...(hasTruth ? [[unfinished.truth, cache.truthPath(id)] as const] : []),
        [unfinished.still, cache.stillPath(id)],
        [unfinished.szi, cache.sziPath(id)],
      );
    },
  };
  return cache;
}
