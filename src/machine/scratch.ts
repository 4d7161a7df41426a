/**
 * Files that appear whole or not at all. What is being written lies in a scratch folder beside its
 * place, is brought to the disk, and is then renamed, which a file system does in one step. A
 * program that is killed leaves at most a scratch folder, which the next one sweeps away.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A folder for unfinished files, on the same disk as their place. */
export interface Scratch {
  readonly folder: string;
  /**
   * Moves files of this folder to their places, in the given order, once all of them are on the
   * disk: `[name, place]`.
   */
  keep(...moves: readonly (readonly [name: string, place: string])[]): Promise<void>;
  /** Removes the folder and what is left in it; does nothing the second time. */
  discard(): Promise<void>;
}

const prefix = '.making-';
const unfinished = new Set<string>();

// A process that ends by process.exit() has no time for promises.
process.on('exit', () => {
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true });
});

/** Makes a scratch folder in `parent`, which is made too where it is missing. */
export async function openScratch(parent: string): Promise<Scratch> {
  const folder = join(parent, `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`);
  await mkdir(folder, { recursive: true });
  unfinished.add(folder);
  return {
    folder,
    async keep(...moves) {
      for (const [name, place] of moves) {
        await mkdir(dirname(place), { recursive: true });
        await flushFile(join(folder, name));
      }
      for (const [name, place] of moves) await rename(join(folder, name), place);
      for (const [, place] of moves) await flushFolder(dirname(place));
    },
    async discard() {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      unfinished.delete(folder);
    },
  };
}

/** Removes the scratch folders in `parent` whose process is no longer there. */
export async function sweepScratch(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const owner = new RegExp(`^\\${prefix}(\\d+)-`).exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** Writes a small file whole or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const scratch = await openScratch(dirname(path));
  try {
    await writeFile(join(scratch.folder, basename(path)), text);
    await scratch.keep([basename(path), path]);
  } finally {
    await scratch.discard();
  }
}

async function flushFile(path: string): Promise<void> {
  // Some systems flush only what is open for writing.
  await using file = await open(path, 'r+');
  await file.sync();
}

/** A folder's list of names; systems that cannot flush it write it by themselves soon enough. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
