import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
  openDB,
} from 'idb';

/**
 * What the browser keeps: the log of attempts, records that could not be read, and a few facts; lessons
 * made here, and sessions in which a lesson was given.
 */
export interface ProgressSchema extends DBSchema {
  attempts: { key: string; value: unknown; indexes: { at: number } };
  aside: { key: number; value: unknown };
  facts: { key: string; value: number };
  lessons: { key: string; value: unknown };
  sessions: { key: string; value: unknown };
}

type Upgrade = (
  database: IDBPDatabase<ProgressSchema>,
  transaction: IDBPTransaction<
    ProgressSchema,
    ArrayLike<StoreNames<ProgressSchema>>,
    'versionchange'
  >,
) => void;

/**
 * How the database came to be, one step a version; a step that has been published is never changed.
 * A browser that has version n runs the steps after n.
 */
export const upgrades: readonly Upgrade[] = [
  (database) => {
    database.createObjectStore('attempts', { keyPath: 'id' });
  },
  (database, transaction) => {
    transaction.objectStore('attempts').createIndex('at', 'at');
    database.createObjectStore('aside', { autoIncrement: true });
    database.createObjectStore('facts');
  },
  (database) => {
    database.createObjectStore('lessons', { keyPath: 'id' });
    database.createObjectStore('sessions', { keyPath: 'id' });
  },
];

/** Opens the database at a version, the newest by default, running the steps that are missing. */
export function openDatabase(
  name: string,
  { version = upgrades.length, onClose = () => {} } = {},
): Promise<IDBPDatabase<ProgressSchema>> {
  return openDB<ProgressSchema>(name, version, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      for (const step of upgrades.slice(oldVersion, version)) step(database, transaction);
    },
    // Another tab wants to upgrade: it must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
      onClose();
    },
    terminated: onClose,
  });
}
