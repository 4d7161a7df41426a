/**
 * An edition of the site in one file: all its pages, scripts, data, its search index and its thumbnails.
 * A browser keeps one edition as one file, so that it has all of an edition or nothing of it.
 *
 * The file: four bytes with the length of the directory (little-endian), the directory as JSON, and one
 * body after the other; a body is compressed by gzip where that makes it smaller.
 */

/** Where a body lies behind the directory, in bytes; `end` is exclusive. */
export interface Entry {
  readonly start: number;
  readonly end: number;
  readonly isGzip: boolean;
}

/** A file that goes into a pack. */
export interface Packed {
  /** Its path below the root of the site. */
  readonly path: string;
  readonly body: Uint8Array;
  readonly isGzip: boolean;
}

const headBytes = 4;

/** Puts files into one. The same files in the same order give the same bytes. */
export function writePack(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const directory: Record<string, [start: number, end: number, isGzip: 0 | 1]> = {};
  let bytes = 0;
  for (const { path, body, isGzip } of files) {
    directory[path] = [bytes, bytes + body.length, isGzip ? 1 : 0];
    bytes += body.length;
  }
  const json = new TextEncoder().encode(JSON.stringify(directory));
  const pack = new Uint8Array(headBytes + json.length + bytes);
  new DataView(pack.buffer).setUint32(0, json.length, true);
  pack.set(json, headBytes);
  let at = headBytes + json.length;
  for (const { body } of files) {
    pack.set(body, at);
    at += body.length;
  }
  return pack;
}

/** An open pack. */
export interface Pack {
  has(path: string): boolean;
  /** The file of a path as it was before it was packed; undefined where the pack has none. */
  read(path: string): Promise<ArrayBuffer | undefined>;
}

/** Opens a pack. Throws a sentence where the bytes are none. */
export async function openPack(blob: Blob): Promise<Pack> {
  const head = new DataView(await blob.slice(0, headBytes).arrayBuffer());
  const length = head.byteLength === headBytes ? head.getUint32(0, true) : 0;
  const bodies = headBytes + length;
  if (length === 0 || bodies > blob.size) throw new Error('The file is no edition of the atlas.');
  const entries = readDirectory(await blob.slice(headBytes, bodies).text());
  return {
    has: (path) => entries.has(path),
    async read(path) {
      const entry = entries.get(path);
      if (!entry) return undefined;
      const body = blob.slice(bodies + entry.start, bodies + entry.end);
      if (!entry.isGzip) return body.arrayBuffer();
      const plain = body.stream().pipeThrough(new DecompressionStream('gzip'));
      return new Response(plain).arrayBuffer();
    },
  };
}

function readDirectory(json: string): Map<string, Entry> {
  const directory = JSON.parse(json) as Record<string, [number, number, 0 | 1]>;
  return new Map(
    Object.entries(directory).map(([path, [start, end, isGzip]]) => [
      path,
      { start, end, isGzip: isGzip === 1 },
    ]),
  );
}
