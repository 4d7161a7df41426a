/**
 * Reads a pyramid: an SZI file, which is an uncompressed zip archive of a Deep Zoom image. Runs in
 * Node, in the page and in a worker alike. At most two requests open it; a tile then takes one, or
 * none where it came with the first request (the smallest levels lie at the end of the file).
 */
import type { ByteSource, Bytes, Tail } from './byte-source.ts';
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

/** A pyramid whose tiles are stored as encoded images. */
export interface StoredSzi extends Szi {
  /** The same tile as its bytes, and their media type. */
  encoded(
    level: number,
    column: number,
    row: number,
    signal?: AbortSignal,
  ): Promise<{ bytes: Bytes; type: string } | undefined>;
}

const tailBytes = 64 * 1024;

/** Opens a pyramid. Throws a sentence where the bytes are not a whole, stored SZI archive. */
export async function openSzi(source: ByteSource, signal?: AbortSignal): Promise<StoredSzi> {
  const archive = await openArchive(source, signal);
  const dziName = archive.find((name) => name.endsWith('.dzi'));
  if (!dziName) throw new Error('The archive holds no Deep Zoom description (.dzi).');
  const descriptor = new TextDecoder().decode(await archive.data(dziName, signal));
  const image = parseDzi(descriptor);
  const folder = `${dziName.slice(0, -'.dzi'.length)}_files/`;
  const type = `image/${image.format === 'jpg' ? 'jpeg' : image.format}`;
  const encoded: StoredSzi['encoded'] = async (level, column, row, tileSignal) => {
    const name = `${folder}${level}/${column}_${row}.${image.format}`;
    return archive.has(name) ? { bytes: await archive.data(name, tileSignal), type } : undefined;
  };
  return {
    ...image,
    descriptor,
    levels: levelsOf(image),
    encoded,
    async tile(...place) {
      const found = await encoded(...place);
      return found && new Blob([found.bytes], { type });
    },
  };
}

/** The stored files of an archive by name. */
export interface Archive {
  has(name: string): boolean;
  /** The first name for which `test` holds. */
  find(test: (name: string) => boolean): string | undefined;
  data(name: string, signal?: AbortSignal): Promise<Bytes>;
}

/** Opens an uncompressed zip archive for reading by range. Throws as `openSzi` does. */
export async function openArchive(source: ByteSource, signal?: AbortSignal): Promise<Archive> {
  let tail: Pick<Tail, 'start' | 'bytes'> = await source.tail(tailBytes, signal);
  const place = findDirectory(tail.bytes, tail.start);
  if (place.start < tail.start) {
    // With the rest of the directory come the description and the smallest levels before it.
    const start = Math.max(0, place.start - tailBytes);
    const rest = await source.read(start, tail.start, signal);
    const bytes = new Uint8Array(rest.length + tail.bytes.length);
    bytes.set(rest);
    bytes.set(tail.bytes, rest.length);
    tail = { start, bytes };
  }
  const read = async (start: number, until: number, readSignal?: AbortSignal) =>
    start >= tail.start
      ? tail.bytes.subarray(start - tail.start, until - tail.start)
      : source.read(start, until, readSignal);
  const entries = readDirectory(await read(place.start, place.end, signal), place.entries);
  const ends = endsOf(entries, place.start);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    has: (name) => byName.has(name),
    find: (test) => entries.find((entry) => test(entry.name))?.name,
    async data(name, dataSignal) {
      const entry = byName.get(name);
      if (!entry) throw new Error(`The archive holds no "${name}".`);
      // Everything up to the next entry: the header's length is not known before it is read.
      const span = await read(entry.offset, ends.get(entry.offset) ?? place.start, dataSignal);
      const start = dataOffset(span);
      const end = start + entry.sizeBytes;
      if (span.length < end) throw new Error('The SZI archive is damaged: a tile is cut short.');
      return span.subarray(start, end);
    },
  };
}

/** For each entry's offset, where the next entry, or the directory, begins. */
function endsOf(entries: readonly ZipEntry[], directoryStart: number): Map<number, number> {
  const starts = entries.map((entry) => entry.offset).sort((a, b) => a - b);
  return new Map(starts.map((start, i) => [start, starts[i + 1] ?? directoryStart]));
}
