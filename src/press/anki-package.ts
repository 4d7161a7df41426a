/**
 * An Anki package: a stored zip of `collection.anki2` (SQLite, Anki's schema 11, which every Anki since
 * 2.0 imports), `media` (file names by number) and the images. Node only.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { directoryBytes, localHeader } from '../pyramid/index.ts';
import type { Card } from '../quiz/export/cards.ts';
import { checksumOf } from '../quiz/progress/checksum.ts';

/** Ids of model and deck: any numbers, as long as they are always the same. */
const modelId = 1_730_000_000_001;
const deckId = 1_730_000_000_002;
/** When the model was last changed, in seconds: raise it with the model, since Anki takes only a younger one. */
const modelChangedAt = 1_764_374_400;
const separator = '\u001f';

/**
 * Writes the package. Images are given by the name that the cards know; `now` is in milliseconds: Anki
 * takes a note anew only where the package's is the younger one. Throws where SQLite is missing.
 */
export async function writeAnkiPackage(
  path: string,
  cards: readonly Card[],
  images: ReadonlyMap<string, Uint8Array>,
  now: number,
): Promise<void> {
  const collection = await collectionOf(cards, Math.floor(now / 1000));
  const names = [...images.keys()];
  const media = JSON.stringify(Object.fromEntries(names.map((name, index) => [index, name])));
  await writeFile(
    path,
    zipOf([
      ['collection.anki2', collection],
      ['media', new TextEncoder().encode(media)],
      ...names.map((name, index) => [String(index), images.get(name) ?? new Uint8Array()] as const),
    ]),
  );
}

/** The notes and cards as the bytes of an SQLite file. */
async function collectionOf(cards: readonly Card[], nowS: number): Promise<Uint8Array> {
  const { DatabaseSync } = await import('node:sqlite').catch(() => {
    throw new Error('This Node has no SQLite; use Node 22.13 or newer.');
  });
  const path = join(tmpdir(), `atlas-anki-${process.pid}.anki2`);
  await rm(path, { force: true });
  const database = new DatabaseSync(path);
  try {
    database.exec(schema);
    const { models, decks, deckOptions, settings } = descriptions();
    database
      .prepare('INSERT INTO col VALUES (1, ?, 0, 0, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
      .run(0, settings, models, decks, deckOptions, '{}');
    const note = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)');
    const card = database.prepare(
      'INSERT INTO cards VALUES (?, ?, ?, 0, 0, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)',
    );
    cards.forEach(({ id, front, back, tags }, index) => {
      // The id of an item is what makes a later package update its card and not double it.
      const number = deckId + 1000 + index;
      const guid = `atlas-${checksumOf(id)}`;
      const sum = Number.parseInt(createHash('sha1').update(id).digest('hex').slice(0, 8), 16);
      note.run(
        number,
        guid,
        modelId,
        nowS,
        ` ${tags.join(' ')} `,
        [id, front, back].join(separator),
        id,
        sum,
        '',
      );
      card.run(number, number, deckId, index + 1, '');
    });
  } finally {
    database.close();
  }
  const bytes = await readFile(path);
  await rm(path, { force: true });
  return bytes;
}

function descriptions() {
  const field = (name: string, ord: number) => ({
    ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
  });
  const model = {
    ...{ id: modelId, name: 'Microcalcification Atlas', type: 0, mod: modelChangedAt },
    ...{ usn: -1, sortf: 0 },
    ...{ did: deckId, latexPre: '', latexPost: '', tags: [], vers: [], req: [[0, 'any', [1]]] },
    tmpls: [
      {
        ...{ name: 'Card', ord: 0, bqfmt: '', bafmt: '', did: null },
        qfmt: '{{Front}}',
        afmt: '{{FrontSide}}<hr id="answer">{{Back}}',
      },
    ],
    flds: [field('Item', 0), field('Front', 1), field('Back', 2)],
    css: '.card { font-family: sans-serif; font-size: 18px; max-width: 40em; margin: auto; } img { max-width: 100%; }',
  };
  const deck = (id: number, name: string) => ({
    ...{ id, name, desc: '', mod: 0, usn: -1, conf: 1, dyn: 0, collapsed: false },
    ...{ extendNew: 10, extendRev: 50, newToday: [0, 0], revToday: [0, 0] },
    ...{ lrnToday: [0, 0], timeToday: [0, 0], browserCollapsed: false },
  });
  const options = {
    ...{
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
    },
    new: {
      bury: true,
      delays: [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 7],
      order: 1,
      perDay: 20,
      separate: true,
    },
    rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 100 },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
    dyn: false,
  };
  const settings = {
    ...{ activeDecks: [1], curDeck: 1, newSpread: 0, collapseTime: 1200, timeLim: 0 },
    ...{ estTimes: true, dueCounts: true, curModel: modelId, nextPos: 1, sortType: 'noteFld' },
    ...{ sortBackwards: false, addToCur: true },
  };
  return {
    models: JSON.stringify({ [modelId]: model }),
    decks: JSON.stringify({
      1: deck(1, 'Default'),
      [deckId]: deck(deckId, 'Microcalcification Atlas'),
    }),
    deckOptions: JSON.stringify({ 1: options }),
    settings: JSON.stringify(settings),
  };
}

const schema = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld text not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;

/** A stored zip of files by name. */
function zipOf(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const entries = files.map(([name, bytes]) => {
    const entry = { name, crc32: crc32(bytes), sizeBytes: bytes.length, offset };
    const header = localHeader(entry);
    parts.push(header, bytes);
    offset += header.length + bytes.length;
    return entry;
  });
  return Buffer.concat([...parts, directoryBytes(entries, offset)]);
}
