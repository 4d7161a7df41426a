/** Writes a folder as one stored zip archive: without dates or names, so the same folder gives the same bytes. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ZipEntry } from '../pyramid/zip-directory.ts';
import { directoryBytes, localHeader } from '../pyramid/zip-writing.ts';

/** Writes `files` of `folder` into the archive `path`, below a folder called `inside`. */
export async function writeZip(
  path: string,
  folder: string,
  files: readonly string[],
  inside: string,
): Promise<void> {
  const archive = await open(path, 'w');
  try {
    const entries: ZipEntry[] = [];
    let offset = 0;
    for (const file of files) {
      const bytes = await readFile(join(folder, file));
      const name = `${inside}/${file}`;
      const entry = { name, crc32: crc32(bytes), sizeBytes: bytes.length, offset };
      const header = localHeader(entry);
      await archive.writev([header, bytes]);
      offset += header.length + bytes.length;
      entries.push(entry);
    }
    await archive.write(directoryBytes(entries, offset));
  } finally {
    await archive.close();
  }
}
