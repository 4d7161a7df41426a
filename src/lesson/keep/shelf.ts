/** What this browser keeps of lessons: those made here, and the sessions in which lessons were given. */
import type { IDBPDatabase } from 'idb';
import { openDatabase, type ProgressSchema } from '../../quiz/progress/database.ts';
import { databaseName } from '../../quiz/progress/store.ts';

/** Entries by id. Where the browser keeps nothing they last as long as the page. */
export interface Shelf<Entry extends { readonly id: string }> {
  put(entry: Entry): Promise<boolean>;
  get(id: string): Promise<Entry | undefined>;
  all(): Promise<Entry[]>;
  remove(id: string): Promise<void>;
}

let database: Promise<IDBPDatabase<ProgressSchema>> | undefined;

async function open(name: string): Promise<IDBPDatabase<ProgressSchema>> {
  const forget = () => {
    database = undefined;
  };
  try {
    database ??= openDatabase(name, { onClose: forget });
    return await database;
  } catch (error) {
    forget();
    throw error;
  }
}

/** A shelf whose entries are what `read` makes of what is found; what it makes nothing of is passed over. */
export function shelf<Entry extends { readonly id: string }>(
  store: 'lessons' | 'sessions',
  read: (value: unknown) => Entry | undefined,
  name = databaseName,
): Shelf<Entry> {
  const inMemory = new Map<string, Entry>();
  return {
    async put(entry) {
      inMemory.set(entry.id, entry);
      try {
        await (await open(name)).put(store, entry);
        return true;
      } catch {
        return false;
      }
    },
    async get(id) {
      const found = await open(name)
        .then((there) => there.get(store, id))
        .catch(() => undefined);
      return read(found) ?? inMemory.get(id);
    },
    async all() {
      const found = await open(name)
        .then((there) => there.getAll(store))
        .catch(() => []);
      const kept = found.flatMap((value) => read(value) ?? []);
      const ids = new Set(kept.map(({ id }) => id));
      return [...kept, ...[...inMemory.values()].filter(({ id }) => !ids.has(id))];
    },
    async remove(id) {
      inMemory.delete(id);
      await open(name)
        .then((there) => there.delete(store, id))
        .catch(() => {});
    },
  };
}

/** 96 bits in hexadecimal: `randomUUID` is not there on pages served without encryption. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
