/** Writes a colour picture of any height to a disk, strip by strip. Node only. */
import { open } from 'node:fs/promises';

/** Size of a picture, and how many rows come at a time. */
export interface StripSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rowsPerStrip: number;
}

/** Bytes at most: places in the file have 32 bits. */
const mostBytes = 4e9;

/** A picture that is being written. */
export interface StripFile extends AsyncDisposable {
  /** Adds the next rows, three bytes a pixel. */
  append(strip: Uint8Array): Promise<void>;
}

/**
 * Opens the new file `path` as a baseline TIFF (TIFF 6.0, section 6) of uncompressed RGB, which is whole
 * when all its strips are appended, from the top down. Throws a sentence where the picture is too large.
 */
export async function openStrips(
  path: string,
  { widthPx, heightPx, rowsPerStrip }: StripSize,
): Promise<StripFile> {
  if (3 * widthPx * heightPx > mostBytes)
    throw new Error(
      `A picture of ${widthPx} × ${heightPx} pixels is too large to be baked; choose a coarser level.`,
    );
  const file = await open(path, 'wx');
  await file.appendFile(headerOf(widthPx, heightPx, rowsPerStrip));
  return {
    append: (strip) => file.appendFile(strip),
    [Symbol.asyncDispose]: () => file.close(),
  };
}

const shortType = 3;
const longType = 4;

function headerOf(widthPx: number, heightPx: number, rowsPerStrip: number): Buffer {
  const count = Math.ceil(heightPx / rowsPerStrip);
  const entries = 10;
  const lists = 8 + 2 + 12 * entries + 4;
  const bitsAt = lists;
  const offsetsAt = bitsAt + 6;
  const countsAt = offsetsAt + 4 * count;
  const dataAt = countsAt + 4 * count;
  const header = Buffer.alloc(dataAt);
  header.write('II', 0, 'latin1');
  header.writeUInt16LE(42, 2);
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entries, 8);
  let at = 10;
  const entry = (tag: number, type: number, values: number, value: number) => {
    header.writeUInt16LE(tag, at);
    header.writeUInt16LE(type, at + 2);
    header.writeUInt32LE(values, at + 4);
    header.writeUInt32LE(value, at + 8);
    at += 12;
  };
  const offsets: number[] = [];
  const counts: number[] = [];
  for (let n = 0; n < count; n++) {
    offsets.push(dataAt + 3 * widthPx * rowsPerStrip * n);
    counts.push(3 * widthPx * Math.min(rowsPerStrip, heightPx - rowsPerStrip * n));
  }
  // A single value stands in the entry itself, several where it points.
  entry(256, longType, 1, widthPx);
  entry(257, longType, 1, heightPx);
  entry(258, shortType, 3, bitsAt);
  entry(259, shortType, 1, 1);
  entry(262, shortType, 1, 2);
  entry(273, longType, count, count === 1 ? dataAt : offsetsAt);
  entry(277, shortType, 1, 3);
  entry(278, longType, 1, rowsPerStrip);
  entry(279, longType, count, count === 1 ? (counts[0] as number) : countsAt);
  entry(284, shortType, 1, 1);
  for (const n of [0, 1, 2]) header.writeUInt16LE(8, bitsAt + 2 * n);
  for (const [n, offset] of offsets.entries()) header.writeUInt32LE(offset, offsetsAt + 4 * n);
  for (const [n, bytes] of counts.entries()) header.writeUInt32LE(bytes, countsAt + 4 * n);
  return header;
}
