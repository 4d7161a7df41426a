/** Makes the built site one that browsers can install: one file with all of an edition, and its worker. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import sharp from 'sharp';
import { build, type Rollup } from 'vite';
import { filesBelow } from '../machine/index.ts';
import { type Packed, writePack } from '../keeping/pack.ts';
import { offersPath } from '../keeping/offer.ts';
import { thumbnailPath } from '../keeping/route.ts';
import { offersOf } from './offers.ts';

/** What was made of the edition. */
export interface Edition {
  readonly files: number;
  /** What a browser downloads and keeps, in bytes. */
  readonly bytes: number;
  /** What it unpacks to, in bytes. */
  readonly plainBytes: number;
}

/** A thumbnail is as wide as a card in a list of cases. */
const thumbnail = { widthPx: 240, heightPx: 240, quality: 60 };

/** Below these lies what is no part of an edition: pictures, which are kept one by one, and the edition. */
const apart = /^(pyramids|thumbnails|editions)\/|^sw\.js$/;

/** Adds to the printed site in `folder`, which has its images, what a browser needs to install it. */
export async function addEdition(folder: string): Promise<Edition> {
  const files = await filesBelow(folder);
  const pictures = files.filter((file) => /^pyramids\/.*\.(szi|jpg)$/.test(file));
  const read = (file: string) => readFile(join(folder, file));
  const pages = files.filter((file) => file.endsWith('.html'));
  const offers = offersOf(
    await Promise.all(
      pages.map(async (path) => ({ path, html: (await read(path)).toString() }) as const),
    ),
    await Promise.all(pictures.map(async (path) => [path, measured(await read(path))] as const)),
  );
  await mkdir(join(folder, 'offline'), { recursive: true });
  await writeFile(join(folder, offersPath), JSON.stringify(offers));

  const packed: Packed[] = [];
  let plainBytes = 0;
  const put = async (path: string, plain: Uint8Array) => {
    plainBytes += plain.length;
    packed.push(await smaller(path, plain));
  };
  for (const file of [...new Set([...files, offersPath])].sort())
    if (!apart.test(file)) await put(file, await read(file));
  for (const file of pictures.filter((path) => path.endsWith('.jpg')))
    await put(thumbnailPath(file), await thumbnailOf(await read(file)));

  const pack = writePack(packed);
  const version = sumOf(pack);
  const path = `editions/${version.slice(0, 20)}.pack`;
  await mkdir(join(folder, 'editions'), { recursive: true });
  await writeFile(join(folder, path), pack);
  const edition = JSON.stringify({ version, pack: path });
  await writeFile(
    join(folder, 'sw.js'),
    `globalThis.atlasEdition=${edition};\n${await workerText()}`,
  );
  return { files: packed.length, bytes: pack.length, plainBytes };
}

const compress = promisify(gzip);

/** A file as it goes into the pack: compressed where that saves something. */
async function smaller(path: string, plain: Uint8Array): Promise<Packed> {
  const body = await compress(plain, { level: 9 });
  return body.length < plain.length * 0.95
    ? { path, body, isGzip: true }
    : { path, body: plain, isGzip: false };
}

const thumbnailOf = (still: Uint8Array) =>
  sharp(still)
    .resize({
      width: thumbnail.widthPx,
      height: thumbnail.heightPx,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .jpeg({ quality: thumbnail.quality })
    .toBuffer();

const measured = (bytes: Uint8Array) => ({ bytes: bytes.length, sum: sumOf(bytes) });
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The worker with all that it imports, as one classic script. */
async function workerText(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rollupOptions: {
        input: resolve(import.meta.dirname, '../keeping/worker.ts'),
        output: { format: 'iife' },
      },
    },
  })) as Rollup.RollupOutput;
  return built.output[0].code;
}
