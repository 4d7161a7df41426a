/**
 * The directory of a zip archive, as far as stored (uncompressed) entries need it. Layout: PKWARE
 * APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3 (zip64).
 */

/** A stored entry: its name, where its local header begins, the size and checksum of its data. */
export interface ZipEntry {
  readonly name: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly crc32: number;
}

/** Where the directory lies in the file and how many entries it lists. */
export interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly entries: number;
}

/** Bytes that the fixed part of a local header takes; name and extra field follow it. */
export const localHeaderBytes = 30;

const signature = {
  localHeader: 0x04034b50,
  entry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
} as const;
const endBytes = 22;
const end64LocatorBytes = 20;
const entryBytes = 46;
const overflow16 = 0xffff;
const overflow32 = 0xffffffff;

/**
 * Finds the directory from the last bytes of the archive; `tailStart` is their offset in the file.
 * Throws a sentence where they do not end a zip archive.
 */
export function findDirectory(tail: Uint8Array, tailStart: number): DirectoryPlace {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const at = findEnd(view);
  if (at === undefined) throw new Error('The file is not a whole SZI archive: its end is missing.');
  let entries = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  let limit = tailStart + at;
  if (entries === overflow16 || size === overflow32 || start === overflow32) {
    const locator = at - end64LocatorBytes;
    if (locator >= 0 && view.getUint32(locator, true) === signature.end64Locator) {
      const record = Number(view.getBigUint64(locator + 8, true)) - tailStart;
      if (!(record >= 0 && record + 56 <= locator)) throw damaged();
      if (view.getUint32(record, true) !== signature.end64) throw damaged();
      entries = Number(view.getBigUint64(record + 32, true));
      size = Number(view.getBigUint64(record + 40, true));
      start = Number(view.getBigUint64(record + 48, true));
      limit = tailStart + record;
    }
  }
  if (start + size > limit || entries * entryBytes > size) throw damaged();
  return { start, end: start + size, entries };
}

/** Reads the directory's own bytes. Refuses compressed or encrypted entries with a sentence. */
export function readDirectory(bytes: Uint8Array, entries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder();
  const found: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < entries; i++) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== signature.entry) {
      throw damaged();
    }
    const nameEnd = at + entryBytes + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged();
    const name = text.decode(bytes.subarray(at + entryBytes, nameEnd));
    if (!name.endsWith('/')) {
      const flags = view.getUint16(at + 8, true);
      const method = view.getUint16(at + 10, true);
      if (method !== 0 || flags & 1) {
        throw new Error(
          `The archive's "${name}" is ${flags & 1 ? 'encrypted' : 'compressed'}; an SZI archive must be stored as it is, so that tiles can be read from the middle.`,
        );
      }
      found.push({
        name,
        crc32: view.getUint32(at + 16, true),
        ...placeOf(view, at, nameEnd, extraEnd),
      });
    }
    at = next;
  }
  return found;
}

/**
 * The offset of an entry's data from the start of its local header. Name and extra field there may
 * be longer or shorter than in the directory, so the header's own lengths are used.
 */
export function dataOffset(header: Uint8Array): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < localHeaderBytes || view.getUint32(0, true) !== signature.localHeader) {
    throw damaged();
  }
  return localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
}

function damaged(): Error {
  return new Error('The SZI archive is damaged: its directory does not fit its contents.');
}

/** Searches backwards for the end record, whose comment must reach exactly to the end of the file. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - endBytes; at >= 0; at--) {
    if (view.getUint32(at, true) !== signature.end) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

/** Sizes and offset of an entry; those that overflow 32 bits are in its zip64 extra field, in order. */
function placeOf(view: DataView, at: number, extraStart: number, extraEnd: number) {
  const packed = view.getUint32(at + 20, true);
  let sizeBytes = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  if (sizeBytes !== overflow32 && packed !== overflow32 && offset !== overflow32) {
    return { sizeBytes, offset };
  }
  for (let field = extraStart; field + 4 <= extraEnd;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      const end = Math.min(extraEnd, value + length);
      const next = () => {
        if (value + 8 > end) throw damaged();
        value += 8;
        return Number(view.getBigUint64(value - 8, true));
      };
      if (sizeBytes === overflow32) sizeBytes = next();
      if (packed === overflow32) next();
      if (offset === overflow32) offset = next();
      return { sizeBytes, offset };
    }
    field += 4 + length;
  }
  throw damaged();
}
