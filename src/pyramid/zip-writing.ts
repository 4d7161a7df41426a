/**
 * The records of a stored zip archive as bytes, without dates, names of machines or rights. Layout:
 * PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16; zip64 only where it is needed.
 */
import type { ZipEntry } from './zip-directory.ts';

const versionStored = 10;
const version64 = 45;
/** 1 January 1980, the first day that the format knows. */
const noDate = 0x0021;
const overflow16 = 0xffff;
const overflow32 = 0xffffffff;

/** The local header that stands before an entry's data. Names must be ASCII. */
export function localHeader({ name, crc32, sizeBytes }: ZipEntry): Uint8Array {
  return record(30 + name.length, (put) => {
    put.u32(0x04034b50);
    put.u16(versionStored, 0, 0, 0, noDate);
    put.u32(crc32, sizeBytes, sizeBytes);
    put.u16(name.length, 0);
    put.text(name);
  });
}

/** The directory, which begins at offset `start` of the archive, and the end of the archive. */
export function directoryBytes(entries: readonly ZipEntry[], start: number): Uint8Array {
  const lines = entries.map(directoryLine);
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  const isLarge = entries.length >= overflow16 || start + size >= overflow32;
  const end64 = record(isLarge ? 76 : 0, (put) => {
    if (!isLarge) return;
    put.u32(0x06064b50);
    put.u64(44);
    put.u16(version64, version64);
    put.u32(0, 0);
    put.u64(entries.length, entries.length, size, start);
    put.u32(0x07064b50, 0);
    put.u64(start + size);
    put.u32(1);
  });
  const end = record(22, (put) => {
    put.u32(0x06054b50);
    put.u16(0, 0, Math.min(entries.length, overflow16), Math.min(entries.length, overflow16));
    put.u32(Math.min(size, overflow32), Math.min(start, overflow32));
    put.u16(0);
  });
  return Buffer.concat([...lines, end64, end]);
}

function directoryLine({ name, crc32, sizeBytes, offset }: ZipEntry): Uint8Array {
  const isFar = offset >= overflow32;
  return record(46 + name.length + (isFar ? 12 : 0), (put) => {
    put.u32(0x02014b50);
    put.u16(version64, isFar ? version64 : versionStored, 0, 0, 0, noDate);
    put.u32(crc32, sizeBytes, sizeBytes);
    put.u16(name.length, isFar ? 12 : 0, 0, 0, 0);
    put.u32(0, Math.min(offset, overflow32));
    put.text(name);
    if (!isFar) return;
    put.u16(1, 8);
    put.u64(offset);
  });
}

function record(length: number, fill: (put: ReturnType<typeof writer>) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(writer(bytes));
  return bytes;
}

/** Writes little-endian numbers one after the other. */
function writer(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  let at = 0;
  return {
    u16(...values: number[]) {
      for (const value of values) {
        view.setUint16(at, value, true);
        at += 2;
      }
    },
    u32(...values: number[]) {
      for (const value of values) {
        view.setUint32(at, value, true);
        at += 4;
      }
    },
    u64(...values: number[]) {
      for (const value of values) {
        view.setBigUint64(at, BigInt(value), true);
        at += 8;
      }
    },
    text(value: string) {
      at += new TextEncoder().encodeInto(value, bytes.subarray(at)).written;
    },
  };
}
