/**
 * Reads a pyramid: an SZI file, which is an uncompressed zip archive of a Deep Zoom image. Runs in
 * Node, in the page and in a worker alike. At most two requests open it; a tile then takes one, or
 * none where it came with the first request (the smallest levels lie at the end of the file).
 */
import type { ByteSource, Tail } from './byte-source.ts';
import { type DeepZoom, type Level, levelsOf, parseDzi } from './dzi.ts';
import { dataOffset, findDirectory, readDirectory, type ZipEntry } from './zip-directory.ts';

/** An open pyramid. */
export interface Szi extends DeepZoom {
  /** All levels, the single pixel first; the last is the image at full size. */
  readonly levels: readonly Level[];
  /** The `.dzi` file as it stands in the archive. */
  readonly descriptor: string;
  /**
   * One tile as an encoded image, or undefined where the archive holds none (outside the image, or
   * left out). Throws a sentence where the archive is damaged, and what the byte source throws.
   */
  tile(level: number, column: number, row: number, signal?: AbortSignal): Promise<Blob | undefined>;
}

const tailBytes = 64 * 1024;

/** Opens a pyramid. Throws a sentence where the bytes are not a whole, stored SZI archive. */
export async function openSzi(source: ByteSource, signal?: AbortSignal): Promise<Szi> {
  const archive = await openArchive(source, signal);
  const dziName = archive.find((name) => name.endsWith('.dzi'));
  if (!dziName) throw new Error('The archive holds no Deep Zoom description (.dzi).');
  const descriptor = await (await archive.data(dziName, '', signal)).text();
  const image = parseDzi(descriptor);
  const folder = `${dziName.slice(0, -'.dzi'.length)}_files/`;
  const type = `image/${image.format === 'jpg' ? 'jpeg' : image.format}`;
  return {
    ...image,
    descriptor,
    levels: levelsOf(image),
    async tile(level, column, row, tileSignal) {
      const name = `${folder}${level}/${column}_${row}.${image.format}`;
      return archive.has(name) ? archive.data(name, type, tileSignal) : undefined;
    },
  };
}

/** The stored files of an archive by name. */
export interface Archive {
  has(name: string): boolean;
  /** The first name for which `test` holds. */
  find(test: (name: string) => boolean): string | undefined;
  /** The bytes of a file as a Blob of the given type. */
  data(name: string, type: string, signal?: AbortSignal): Promise<Blob>;
}

/** Opens an uncompressed zip archive for reading by range. Throws as `openSzi` does. */
export async function openArchive(source: ByteSource, signal?: AbortSignal): Promise<Archive> {
  const end = await source.tail(tailBytes, signal);
  const place = findDirectory(await bytesOf(end.blob), end.start);
  let tail: Pick<Tail, 'start' | 'blob'> = end;
  if (place.start < tail.start) {
    // With the rest of the directory come the description and the smallest levels before it.
    const start = Math.max(0, place.start - tailBytes);
    const rest = await source.read(start, tail.start, signal);
    tail = { start, blob: new Blob([rest, tail.blob]) };
  }
  const read = async (start: number, until: number, readSignal?: AbortSignal) =>
    start >= tail.start
      ? tail.blob.slice(start - tail.start, until - tail.start)
      : source.read(start, until, readSignal);
  const directory = await bytesOf(await read(place.start, place.end, signal));
  const entries = readDirectory(directory, place.entries);
  const ends = endsOf(entries, place.start);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    has: (name) => byName.has(name),
    find: (test) => entries.find((entry) => test(entry.name))?.name,
    async data(name, type, dataSignal) {
      const entry = byName.get(name);
      if (!entry) throw new Error(`The archive holds no "${name}".`);
      // Everything up to the next entry: the header's length is not known before it is read.
      const span = await read(entry.offset, ends.get(entry.offset) ?? place.start, dataSignal);
      const start = dataOffset(await bytesOf(span.slice(0, 30)));
      const end = start + entry.sizeBytes;
      if (span.size < end) throw new Error('The SZI archive is damaged: a tile is cut short.');
      return span.slice(start, end, type);
    },
  };
}

/** For each entry's offset, where the next entry, or the directory, begins. */
function endsOf(entries: readonly ZipEntry[], directoryStart: number): Map<number, number> {
  const starts = entries.map((entry) => entry.offset).sort((a, b) => a - b);
  return new Map(starts.map((start, i) => [start, starts[i + 1] ?? directoryStart]));
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
