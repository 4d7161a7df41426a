import { brotliCompressSync } from 'node:zlib';

/** What a text weighs on its way: hosts of static sites compress it. */
export const brotli = (text: string | Buffer): number => brotliCompressSync(text).byteLength;
