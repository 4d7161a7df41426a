import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeAnkiPackage } from '../../../src/press/anki-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-anki-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files of a stored zip, read by its directory. */
function filesOf(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, name, offset] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(start, start + size));
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

test('an Anki package holds a note and a card of each question, and its images by number', async () => {
  const path = join(folder, 'atlas.apkg');
  const cards = ['one', 'two'].map((id) => ({
    ...{ id, front: `<img src="a.jpg"> ${id}?`, back: `${id}!`, tags: ['atlas'] },
  }));
  await writeAnkiPackage(
    path,
    cards,
    new Map([['a.jpg', new Uint8Array([1, 2, 3])]]),
    1_800_000_000_000,
  );
  const files = filesOf(readFileSync(path));
  expect([...files.keys()]).toEqual(['collection.anki2', 'media', '0']);
  expect(JSON.parse(files.get('media')?.toString() ?? '')).toEqual({ 0: 'a.jpg' });
  expect([...(files.get('0') ?? [])]).toEqual([1, 2, 3]);

  // Read by SQLite in a process of its own, which the bundler of the tests does not know.
  const database = join(folder, 'collection.anki2');
  writeFileSync(database, files.get('collection.anki2') ?? '');
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1]);
    const all = (query) => database.prepare(query).all();
    const [{ ver, models, decks }] = all('SELECT ver, models, decks FROM col');
    console.log(JSON.stringify({
      ok: all('PRAGMA integrity_check')[0].integrity_check, ver,
      fields: Object.values(JSON.parse(models))[0].flds.map(({ name }) => name),
      isDated: Object.values(JSON.parse(models))[0].mod > 1_700_000_000,
      decks: Object.values(JSON.parse(decks)).map(({ name }) => name),
      notes: all('SELECT flds, tags FROM notes ORDER BY id').map(({ flds }) => flds.split('\\u001f')),
      cards: all('SELECT COUNT(*) AS n FROM cards JOIN notes ON cards.nid = notes.id')[0].n,
      made: all('SELECT DISTINCT mod FROM notes').map(({ mod }) => mod),
      sums: all('SELECT csum FROM notes ORDER BY id').map(({ csum }) => csum.toString(16)),
      guids: all('SELECT COUNT(DISTINCT guid) AS n FROM notes')[0].n,
    }));`;
  const { stdout } = spawnSync(process.execPath, ['-e', script, database], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual({
    ok: 'ok',
    ver: 11,
    fields: ['Item', 'Front', 'Back'],
    // Anki takes changed cards only with a younger model.
    isDated: true,
    decks: ['Default', 'Microcalcification Atlas'],
    notes: cards.map(({ id, front, back }) => [id, front, back]),
    cards: 2,
    // Anki takes a note anew only where the package's is younger than its own.
    made: [1_800_000_000],
    // The first eight digits of the SHA-1 of the first field, by which Anki finds doubles.
    sums: ['fe05bcdc', 'ad782ecd'],
    guids: 2,
  });
});
