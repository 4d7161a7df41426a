/** The identity of a pyramid: a hash of what goes into it. Node only. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';
import { faultSentence, writeWhole } from '../machine/index.ts';
import { mostPixels, recipe } from './recipe.ts';
import type { PyramidSource } from './source.ts';

/** What the pages need to know of an image before its pyramid is made. */
export interface Identity {
  /** 20 hexadecimal digits that tell nothing of the case: the same source and recipe, the same id. */
  readonly id: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
}

interface Memo extends Identity {
  readonly seen: string;
}

/**
 * Identifies a source. What was found is remembered below `cacheDir`, one small file per source, and
 * holds as long as the file's size and times stay: the second time reads neither bytes nor pixels.
 * Throws a sentence where the file is missing, is not an image, or is larger than 10 gigapixels. What
 * is rendered brings its digest and its size along; nothing has to be read.
 */
export async function identify(source: PyramidSource, cacheDir: string): Promise<Identity> {
  if (source.kind === 'rendered') {
    const { digest, widthPx, heightPx, channels } = source;
    return { id: hash(JSON.stringify(recipe), digest), widthPx, heightPx, channels };
  }
  const path = resolve(source.path);
  const plan = JSON.stringify([recipe, source.window ?? null]);
  const memoFile = join(cacheDir, 'identities', `${hash(path, plan)}.json`);
  const seen = await stampOf(path);
  const memo = await readMemo(memoFile);
  if (memo?.seen === seen) {
    const { id, widthPx, heightPx, channels } = memo;
    return { id, widthPx, heightPx, channels };
  }
  const size = await sizeOf(path);
  const digest = createHash('sha256').update(plan);
  await pipeline(createReadStream(path), digest);
  const identity = { id: digest.digest('hex').slice(0, 20), ...size };
  await writeMemo(memoFile, { seen, ...identity });
  return identity;
}

/** Size and times of a file: a change of its bytes changes at least one of them. */
async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [size, mtimeNs, ctimeNs].join(' ');
  } catch (error) {
    throw new Error(faultSentence(error, path) ?? String(error), { cause: error });
  }
}

async function sizeOf(path: string): Promise<Omit<Identity, 'id'>> {
  const found = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((error: Error) => {
      throw new Error(`${path} is not an image that can be read (${error.message}).`);
    });
  const { width, height } = found.autoOrient;
  if (width * height > mostPixels) {
    throw new Error(`${path} is larger than 10 gigapixels (${width} × ${height}).`);
  }
  return { widthPx: width, heightPx: height, channels: found.channels < 3 ? 1 : 3 };
}

async function readMemo(path: string): Promise<Memo | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Memo;
  } catch {
    return undefined;
  }
}

/** A memo that cannot be written costs time, not a result. */
async function writeMemo(path: string, memo: Memo): Promise<void> {
  await writeWhole(path, JSON.stringify(memo)).catch(() => {});
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20);
}
