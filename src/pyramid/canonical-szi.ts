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
  let pending: Uint8Array[] = [];
  let offset = 0;
  let drained = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    pending.push(header, dataOf(input.fd, entry));
    written.push({ ...entry, offset });
    offset += header.length + entry.sizeBytes;
    if (offset - drained > batchBytes) {
      await output.appendFile(Buffer.concat(pending));
      pending = [];
      drained = offset;
    }
  }
  await output.appendFile(Buffer.concat([...pending, directoryBytes(written, offset)]));
}

async function entriesOf(input: FileHandle): Promise<ZipEntry[]> {
  const { size } = await input.stat();
  const start = Math.max(0, size - endBytes);
  const place = findDirectory(readAt(input.fd, start, size - start), start);
  return readDirectory(readAt(input.fd, place.start, place.end - place.start), place.entries);
}

function dataOf(input: number, { name, offset, sizeBytes }: ZipEntry): Uint8Array {
  // libvips writes no extra field, so header and data are usually one read.
  const guess = localHeaderBytes + name.length;
  const bytes = readAt(input, offset, guess + sizeBytes);
  const start = dataOffset(bytes);
  return start === guess ? bytes.subarray(start) : readAt(input, offset + start, sizeBytes);
}

/** Reads at once: the bytes were written a moment ago, and waiting for each costs more than the read. */
function readAt(input: number, start: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(input, bytes, 0, length, start) < length) {
    throw new Error('The SZI archive is cut short.');
  }
  return bytes;
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
