import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDirectory, readDirectory } from '../../../src/pyramid/zip-directory.ts';
import { directoryBytes } from '../../../src/pyramid/zip-writing.ts';

const entry = (name: string, offset: number) => ({ name, offset, sizeBytes: 10, crc32: 7 });

/** The end of an archive whose directory begins at `start`, as the reader gets it. */
function reread(entries: ReturnType<typeof entry>[], start: number) {
  const bytes = directoryBytes(entries, start);
  const place = findDirectory(bytes, start);
  return readDirectory(bytes.subarray(place.start - start, place.end - start), place.entries);
}

describe('The directory of an archive', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9_/]{0,20}[a-z0-9]$/), fc.nat(2 ** 31)), {
          maxLength: 40,
        }),
        fc.nat(2 ** 32 - 2 ** 20),
        (pairs, start) => {
          const entries = pairs.map(([name, offset]) => entry(name, Math.min(offset, start)));
          expect(reread(entries, start)).toEqual(entries);
        },
      ),
    );
  });

  it('reaches beyond 4 GB', () => {
    const entries = [entry('a', 5), entry('b', 5_000_000_000), entry('c', 6_000_000_000)];
    expect(reread(entries, 7_000_000_000)).toEqual(entries);
  });

  it('lists more entries than 16 bits can count', () => {
    const entries = Array.from({ length: 70_000 }, (_, i) => entry(`t${i}`, i));
    expect(reread(entries, 1_000_000)).toHaveLength(70_000);
  });

  it('leaves folders out', () => {
    expect(reread([entry('a_files/', 0), entry('a', 1)], 100)).toEqual([entry('a', 1)]);
  });

  it('is found before a comment', () => {
    const bytes = Buffer.concat([directoryBytes([entry('a', 0)], 0), Buffer.from('hi!')]);
    bytes.writeUInt16LE(3, bytes.length - 5);
    expect(findDirectory(bytes, 0)).toMatchObject({ start: 0, entries: 1 });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['something else', Buffer.alloc(4096, 'PK')],
    ['an archive cut short', directoryBytes([entry('a', 0)], 0).subarray(0, -1)],
  ])('is not found in %s', (_, bytes) => {
    expect(() => findDirectory(bytes, 0)).toThrow('its end is missing');
  });

  it('is refused where it cannot fit into the file', () => {
    expect(() => findDirectory(directoryBytes([entry('a', 0)], 500).subarray(0), 0)).toThrow(
      'damaged',
    );
  });

  it.each([
    ['compressed', 10, 8],
    ['encrypted', 8, 1],
  ])('refuses a %s entry by name', (word, at, value) => {
    const bytes = Buffer.from(directoryBytes([entry('tile', 0)], 0));
    bytes.writeUInt16LE(value, at);
    expect(() => readDirectory(bytes, 1)).toThrow(new RegExp(`"tile" is ${word}`));
  });

  it('never reads beyond its own bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(400), (noise, cut) => {
        const bytes = Buffer.concat([noise, directoryBytes([entry('a', 0), entry('b', 1)], 0)]);
        const torn = new Uint8Array(bytes.subarray(0, cut));
        for (const read of [() => findDirectory(torn, 0), () => readDirectory(torn, 3)]) {
          try {
            read();
          } catch (error) {
            expect(String(error)).toMatch(/SZI archive|compressed|encrypted/);
          }
        }
      }),
    );
  });
});
