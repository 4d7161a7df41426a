import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { build } from 'vite';
import type { ByteSource } from '../../src/pyramid/byte-source.ts';
import { fileSource } from '../../src/pyramid/file-source.ts';
import { identify, openCache, type PyramidJob, PyramidQueue } from '../../src/pyramid/index.ts';
import { writePyramid } from '../../src/pyramid/make.ts';
import { threadsOf } from '../../src/pyramid/queue.ts';
import { recipe } from '../../src/pyramid/recipe.ts';
import { writeStill } from '../../src/pyramid/still.ts';
import { openSzi } from '../../src/pyramid/szi.ts';
import { stainedTissue } from '../fixtures/tissue.ts';
import type { BenchRow } from './row.ts';

const run = promisify(execFile);
const rounds = 5;
const ratioBar = 0.8;

/**
 * Measures the making and the opening of a pyramid on a picture of 16,384 × 12,288 pixels, beside the
 * `vips dzsave` command on the same picture with the same format, quality and tile size.
 */
export async function benchPyramid(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
  try {
    const path = join(folder, 'slide.tif');
    const megapixels = await drawSlide(path);
    return [
      ...(await throughput(folder, path, megapixels)),
      ...(await opening(folder, join(folder, 'p.szi'))),
      ...(await secondRun(folder, path, megapixels)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Draws a seeded field and repeats it 4 × 4 times into an uncompressed tiled TIFF. */
async function drawSlide(path: string): Promise<number> {
  const [width, height, times] = [4096, 3072, 4];
  const field = stainedTissue(width, height, 7);
  const row = Buffer.alloc(width * times * 3);
  const whole = Buffer.alloc(row.length * height * times);
  for (let y = 0; y < height; y++) {
    const line = field.subarray(y * width * 3, (y + 1) * width * 3);
    for (let x = 0; x < times; x++) line.copy(row, x * line.length);
    for (let t = 0; t < times; t++) row.copy(whole, (t * height + y) * row.length);
  }
  const raw = { width: width * times, height: height * times, channels: 3 } as const;
  await sharp(whole, { raw, limitInputPixels: false })
    .tiff({ compression: 'none', tile: true, tileWidth: 512, tileHeight: 512 })
    .toFile(path);
  return (raw.width * raw.height) / 1e6;
}

async function throughput(folder: string, path: string, megapixels: number): Promise<BenchRow[]> {
  const threads = threadsOf(1);
  const hasVips = await run('vips', ['--version']).then(
    () => true,
    () => false,
  );
  const szi = join(folder, 'p.szi');
  const ours: number[] = [];
  const theirs: number[] = [];
  // In turns, and the best of each: what else the machine does only ever adds time.
  for (let round = 0; round < rounds; round++) {
    await rm(szi, { force: true });
    ours.push(await seconds(() => writePyramid({ kind: 'file', path }, szi, threads)));
    if (hasVips) theirs.push(await seconds(() => vipsSave(path, join(folder, 'v.szi'), threads)));
  }
  const speed = megapixels / Math.min(...ours);
  const still = await seconds(() => writeStill(szi, join(folder, 'p.jpg')));
  const rows: BenchRow[] = [
    {
      name: `pyramid of ${Math.round(megapixels)} Mpx`,
      value: round1(speed),
      unit: 'Mpx/s',
    },
    { name: 'its still', value: still.toFixed(2), unit: 's' },
    {
      name: 'pyramid file',
      value: round1((await stat(szi)).size / 1e6),
      unit: 'MB',
    },
  ];
  if (!hasVips) {
    return [
      ...rows,
      {
        name: 'vips dzsave',
        value: 'vips is not installed here, nothing to compare with',
        unit: '',
      },
    ];
  }
  const vipsSpeed = megapixels / Math.min(...theirs);
  const ratio = speed / vipsSpeed;
  return [
    ...rows,
    { name: 'vips dzsave, same settings', value: round1(vipsSpeed), unit: 'Mpx/s' },
    {
      name: 'ours beside vips dzsave',
      value: ratio.toFixed(2),
      unit: '×',
      bar: `at least ${ratioBar}`,
      ok: ratio >= ratioBar,
    },
  ];
}

async function vipsSave(from: string, to: string, threads: number): Promise<void> {
  await rm(to, { force: true });
  const { tileSizePx, overlapPx, colour } = recipe;
  const options = [
    '--layout',
    'dz',
    '--tile-size',
    `${tileSizePx}`,
    '--overlap',
    `${overlapPx}`,
    '--suffix',
    `.jpeg[Q=${colour.quality}]`,
    '--container',
    'zip',
  ];
  await run('vips', ['dzsave', from, to, ...options], {
    env: { ...process.env, VIPS_CONCURRENCY: String(threads) },
  });
}

/** What a reader waits for: requests and bytes until the first tile, and the size of the reader. */
async function opening(folder: string, szi: string): Promise<BenchRow[]> {
  await using file = await fileSource(szi);
  let requests = 0;
  let bytes = 0;
  const counted: ByteSource = {
    name: file.name,
    async tail(length) {
      requests += 1;
      const tail = await file.tail(length);
      bytes += tail.bytes.length;
      return tail;
    },
    async read(start, end) {
      requests += 1;
      bytes += end - start;
      return file.read(start, end);
    },
  };
  const opened = await openSzi(counted);
  const [openRequests, openBytes] = [requests, bytes];
  const overview = opened.levels.findLast(({ columns, rows }) => columns * rows === 1);
  await opened.tile(overview?.level ?? 0, 0, 0);
  const firstTile: BenchRow = {
    name: 'open and first tile',
    value: requests,
    unit: 'requests',
    bar: 'at most 3',
    ok: requests <= 3,
  };
  const entries = opened.levels.reduce((sum, { columns, rows }) => sum + columns * rows, 1);
  return [
    {
      name: `open, ${entries} entries`,
      value: round1(openBytes / 1000),
      unit: `kB in ${openRequests} requests`,
    },
    firstTile,
    { name: 'open and first tile', value: round1(bytes / 1000), unit: 'kB' },
    { name: 'open', value: (1000 * (await seconds(() => openSzi(file)))).toFixed(1), unit: 'ms' },
    {
      name: 'reader in the page',
      value: round1((await readerBytes(folder)) / 1000),
      unit: 'kB brotli',
    },
  ];
}

async function readerBytes(folder: string): Promise<number> {
  const entry = join(folder, 'reader.ts');
  const rooms = join(import.meta.dirname, '../../src/pyramid');
  const parts = { openSzi: 'szi.ts', httpSource: 'byte-source.ts' };
  const lines = Object.entries(parts).map(
    ([name, file]) => `export { ${name} } from ${JSON.stringify(join(rooms, file))};`,
  );
  await writeFile(entry, lines.join('\n'));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    build: { write: false, minify: true, lib: { entry, formats: ['es'] } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  return chunk ? brotliCompressSync(chunk.code).length : Number.NaN;
}

/** Making again what is made: nothing may be decoded, and nothing of the image may be read. */
async function secondRun(folder: string, path: string, megapixels: number): Promise<BenchRow[]> {
  const cacheDir = join(folder, 'cache');
  const cache = await openCache(cacheDir);
  const makeAll = async () => {
    const source = { kind: 'file', path } as const;
    const { id } = await identify(source, cacheDir);
    const job: PyramidJob = { id, source, megapixels, name: 'slide' };
    const queue = new PyramidQueue(cache);
    queue.add([job]);
    const { total } = queue.overall();
    await queue.drain();
    return total;
  };
  await makeAll();
  let rendered = Number.NaN;
  const took = await seconds(async () => {
    rendered = await makeAll();
  });
  return [
    { name: 'second run', value: rendered, unit: 'images made', bar: 'none', ok: rendered === 0 },
    { name: 'second run', value: (took * 1000).toFixed(1), unit: 'ms' },
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
