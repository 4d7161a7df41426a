/** A pyramid on a disk as a source of bytes. Node only. */
import { open } from 'node:fs/promises';
import { faultSentence } from '../machine/index.ts';
import type { ByteSource, Bytes } from './byte-source.ts';

/** A byte source that also has to be closed; `await using` does it. */
export interface FileSource extends ByteSource, AsyncDisposable {}

/** Opens a file for reading by range. Throws a sentence where it cannot be opened. */
export async function fileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new Error(faultSentence(error, path) ?? String(error), { cause: error });
  });
  const read = async (start: number, end: number): Promise<Bytes> => {
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  };
  return {
    name: path,
    read,
    async tail(length) {
      const sizeBytes = (await file.stat()).size;
      const start = Math.max(0, sizeBytes - length);
      return { bytes: await read(start, sizeBytes), start, sizeBytes };
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
