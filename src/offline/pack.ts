/**
 * Bytes → scripts. A page on a disk can read no file but a script, so what the site fetches is carried as
 * string literals. Scripts are read as `x-user-defined`, which maps every byte to one character and
 * back, so that only four bytes must be escaped: the scripts are some 2 % larger than the bytes, where
 * base64 would be a third larger.
 */
import { runtimeName } from './modules.ts';

/** So many bytes stand in one script; a tile on screen costs the reading of one or two scripts. */
export const shardBytes = 512 * 1024;

const escapes = new Map([
  [0x00, '\\0'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

/** The name of the script that carries the shard `at` of a file. */
export const shardName = (file: string, at: number) => `${file}.${at}.js`;

/** The scripts that carry a file; one at the least. */
export function packFile(file: string, bytes: Uint8Array): Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.length / shardBytes));
  return Array.from({ length: count }, (_, at) => {
    const head = `${runtimeName}.bytes(${JSON.stringify(file)},${at},"`;
    const part = bytes.subarray(at * shardBytes, (at + 1) * shardBytes);
    return Buffer.concat([Buffer.from(head), literal(part), Buffer.from('");\n')]);
  });
}

/** The inside of a string literal of one-byte characters. */
function literal(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 4);
  let at = 0;
  for (const [index, byte] of bytes.entries()) {
    const next = bytes[index + 1] ?? 0;
    // `\0` before a digit would be another character.
    const isBeforeDigit = byte === 0 && next >= 0x30 && next <= 0x39;
    const written = isBeforeDigit ? '\\x00' : escapes.get(byte);
    if (written === undefined) out[at++] = byte;
    else for (const char of written) out[at++] = char.charCodeAt(0);
  }
  return out.subarray(0, at);
}
