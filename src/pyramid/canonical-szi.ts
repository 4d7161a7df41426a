/**
 * Rewrites an SZI archive so that the same tiles always give the same bytes. libvips writes tiles in
 * the order in which its threads finish them and adds a file with the date; this puts them in order,
 * from the largest level down, and leaves that file out. The small levels and the description then
 * lie at the end beside the directory, where one request reads them all. Node only.
 */
import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import {
  dataOffset,
  findDirectory,
  localHeaderBytes,
  readDirectory,
  type ZipEntry,
} from './zip-directory.ts';
import { directoryBytes, localHeader } from './zip-writing.ts';

/** The name inside the archive: one letter, as each tile's name repeats it twice. */
export const innerName = 'a';

const endBytes = 64 * 1024;
const batchBytes = 8 * 1024 * 1024;

/**
 * A tile of a level finer than the picture, of which only some places are stored. Readers of Deep Zoom do
 * not ask for such levels; who does finds its tiles under their numbers, on a grid of their own.
 */
export interface FinerTile {
  /** How many levels finer than the finest that is whole: each has twice the pixels a side. */
  readonly finer: number;
  readonly column: number;
  readonly row: number;
  readonly jpeg: Uint8Array;
}

/** An entry of the new archive: copied from the old one, or with data of its own. */
interface Entry extends ZipEntry {
  readonly data?: Uint8Array;
}

/** Copies the archive `from`, written by libvips under `innerName`, to the new file `to`, with finer tiles. */
export async function writeCanonicalSzi(
  from: string,
  to: string,
  finer: readonly FinerTile[] = [],
): Promise<void> {
  await using input = await open(from, 'r');
  await using output = await open(to, 'wx');
  const whole = (await entriesOf(input)).filter(({ name }) => rank(name) !== undefined);
  const finest = Math.max(...whole.map(({ name }) => levelIn(name) ?? 0));
  const entries: Entry[] = [...whole, ...finer.map((tile) => entryOf(tile, finest))];
  entries.sort(compare);
  const written: ZipEntry[] = [];
  let batch = Buffer.allocUnsafe(batchBytes);
  let filled = 0;
  let drained = 0;
  for (const entry of entries) {
    const needed = localHeaderBytes + entry.name.length + entry.sizeBytes;
    if (filled + needed > batch.length) {
      await output.appendFile(batch.subarray(0, filled));
      drained += filled;
      filled = 0;
      if (needed > batch.length) batch = Buffer.allocUnsafe(needed);
    }
    copyEntry(input.fd, entry, batch.subarray(filled, filled + needed));
    written.push({ ...entry, offset: drained + filled });
    filled += needed;
  }
  await output.appendFile(batch.subarray(0, filled));
  await output.appendFile(directoryBytes(written, drained + filled));
}

async function entriesOf(input: FileHandle): Promise<ZipEntry[]> {
  const { size } = await input.stat();
  const tail = Buffer.alloc(Math.min(size, endBytes));
  fill(input.fd, tail, size - tail.length);
  const place = findDirectory(tail, size - tail.length);
  const directory = Buffer.alloc(place.end - place.start);
  fill(input.fd, directory, place.start);
  return readDirectory(directory, place.entries);
}

function entryOf({ finer, column, row, jpeg }: FinerTile, finest: number): Entry {
  const name = `${innerName}_files/${finest + finer}/${column}_${row}.jpeg`;
  return { name, offset: 0, sizeBytes: jpeg.length, crc32: crc32(jpeg), data: jpeg };
}

/** Puts an entry into `to`; of one that is copied the header is replaced by one of our own. */
function copyEntry(input: number, entry: Entry, to: Buffer): void {
  if (entry.data) {
    const header = localHeader(entry);
    to.set(header);
    to.set(entry.data, header.length);
    return;
  }
  fill(input, to, entry.offset);
  const header = localHeader(entry);
  // libvips writes no extra field, so its header is as long as ours; if not, the data is read again.
  const start = dataOffset(to);
  if (start !== header.length) fill(input, to.subarray(header.length), entry.offset + start);
  to.set(header);
}

/** Reads at once: the bytes were written a moment ago, and waiting for each costs more than the read. */
function fill(input: number, bytes: Buffer, start: number): void {
  if (readSync(input, bytes, 0, bytes.length, start) < bytes.length) {
    throw new Error('The SZI archive is cut short.');
  }
}

/** Place in the canonical order: level from the largest, row, column; the description last. */
function rank(name: string): readonly number[] | undefined {
  if (name === `${innerName}.dzi`) return [Number.POSITIVE_INFINITY, 0, 0];
  const [, column, row] = /_files\/\d+\/(\d+)_(\d+)\.\w+$/.exec(name) ?? [];
  const level = levelIn(name);
  return level === undefined ? undefined : [-level, Number(row), Number(column)];
}

function levelIn(name: string): number | undefined {
  const [, level] = /_files\/(\d+)\/\d+_\d+\.\w+$/.exec(name) ?? [];
  return level === undefined ? undefined : Number(level);
}

function compare(a: ZipEntry, b: ZipEntry): number {
  const left = rank(a.name) ?? [];
  const right = rank(b.name) ?? [];
  const at = left.findIndex((value, i) => value !== right[i]);
  return at < 0 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
}
