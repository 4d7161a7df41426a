/**
 * Rewrites an SZI archive so that the same tiles always give the same bytes. libvips writes tiles in
 * the order in which its threads finish them and adds a file with the date; this puts them in order,
 * from the largest level down, and leaves that file out. The small levels and the description then
 * lie at the end beside the directory, where one request reads them all. Node only.
 */
import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
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

/** Copies the archive `from`, written by libvips under `innerName`, to the new file `to`. */
export async function writeCanonicalSzi(from: string, to: string): Promise<void> {
  await using input = await open(from, 'r');
  await using output = await open(to, 'wx');
  const entries = (await entriesOf(input)).filter(({ name }) => rank(name) !== undefined);
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

/** Reads an entry, header and data, into `to` and puts a header of our own in the place of its. */
function copyEntry(input: number, entry: ZipEntry, to: Buffer): void {
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
  const [, level, column, row] = /_files\/(\d+)\/(\d+)_(\d+)\.\w+$/.exec(name) ?? [];
  return level === undefined ? undefined : [-Number(level), Number(row), Number(column)];
}

function compare(a: ZipEntry, b: ZipEntry): number {
  const left = rank(a.name) ?? [];
  const right = rank(b.name) ?? [];
  const at = left.findIndex((value, i) => value !== right[i]);
  return at < 0 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
}
