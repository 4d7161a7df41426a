import type { IDBPDatabase } from 'idb';
import { type Attempt, attemptIn } from './attempt.ts';
import { openDatabase, type ProgressSchema } from './database.ts';
import { merged } from './file.ts';

/** The name of the database in the browser. */
export const databaseName = 'microcalcification-atlas';

/** What the log holds, and whether all of it is kept. */
export interface Log {
  readonly attempts: readonly Attempt[];
  /** Records that could not be read; they are set aside, not thrown away. */
  readonly aside: number;
  /** Milliseconds since 1970 of the last export; undefined where there was none. */
  readonly exportedAt: number | undefined;
  /** Why answers of this page are kept until it is closed only; undefined where they are kept. */
  readonly lost: string | undefined;
}

const full =
  'The browser has no room left. New answers are kept until you close this page: export them now.';
const none =
  'This browser does not let the atlas keep anything (a private window, perhaps). Answers are kept until you close this page: export them before.';
const newer =
  'A newer atlas is open in this browser. Reload this page; answers are kept until you close it.';

/**
 * The log of a learner in this browser. Attempts are only ever added, each in a transaction that is
 * whole or not at all. Where the browser refuses, they stay in memory and `read` says so.
 */
export class ProgressStore {
  readonly #name: string;
  #database: Promise<IDBPDatabase<ProgressSchema>> | undefined;
  #inMemory: Attempt[] = [];
  #exportedAt: number | undefined;
  #lost: string | undefined;

  constructor(name = databaseName) {
    this.#name = name;
  }

  /** Adds attempts; those that are there stay as they are. Says why they are lost with the page, if so. */
  async add(attempts: readonly Attempt[]): Promise<string | undefined> {
    try {
      const database = await this.#open();
      const transaction = database.transaction('attempts', 'readwrite');
      await Promise.all([
        ...attempts.map(async (attempt) => {
          if ((await transaction.store.getKey(attempt.id)) === undefined)
            await transaction.store.add(attempt);
        }),
        transaction.done,
      ]);
      return this.#lost;
    } catch (error) {
      this.#inMemory = merged(this.#inMemory, attempts);
      this.#lost = reasonOf(error);
      return this.#lost;
    }
  }

  /** All attempts by time. What cannot be read is set aside in the same transaction. */
  async read(): Promise<Log> {
    try {
      const database = await this.#open();
      const transaction = database.transaction(['attempts', 'aside', 'facts'], 'readwrite');
      const [store, aside] = [
        transaction.objectStore('attempts'),
        transaction.objectStore('aside'),
      ];
      const values = await store.getAll();
      const read = values.map(attemptIn);
      const broken = read.flatMap((attempt, index) => (attempt === undefined ? [index] : []));
      const keys = broken.length > 0 ? await store.getAllKeys() : [];
      for (const index of broken) {
        await aside.add(values[index]);
        await store.delete(keys[index] ?? '');
      }
      const [count, exportedAt] = await Promise.all([
        aside.count(),
        transaction.objectStore('facts').get('exportedAt'),
      ]);
      await transaction.done;
      const kept = read.filter((attempt) => attempt !== undefined);
      const attempts = merged(kept, this.#inMemory);
      return { attempts, aside: count, exportedAt, lost: this.#lost };
    } catch (error) {
      this.#lost ??= reasonOf(error);
      return {
        attempts: this.#inMemory,
        aside: 0,
        exportedAt: this.#exportedAt,
        lost: this.#lost,
      };
    }
  }

  /** Remembers when the log was exported. */
  async exported(at: number): Promise<void> {
    this.#exportedAt = at;
    await this.setFact('exportedAt', at);
  }

  /** The facts that are kept by name, each a number. None where the browser keeps nothing. */
  async facts(): Promise<(readonly [name: string, value: number])[]> {
    try {
      const store = (await this.#open()).transaction('facts').objectStore('facts');
      const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return names.map((name, index) => [name, values[index] ?? 0] as const);
    } catch {
      return [];
    }
  }

  /** Keeps a fact, or forgets it for undefined. Where the browser keeps nothing, so be it. */
  async setFact(name: string, value: number | undefined): Promise<void> {
    try {
      const database = await this.#open();
      await (value === undefined
        ? database.delete('facts', name)
        : database.put('facts', value, name));
    } catch {
      // A fact is a convenience; the log is what counts.
    }
  }

  /** Takes everything away, also what was set aside. */
  async clear(): Promise<void> {
    this.#inMemory = [];
    const database = await this.#open();
    const transaction = database.transaction(['attempts', 'aside', 'facts'], 'readwrite');
    await Promise.all([
      transaction.objectStore('attempts').clear(),
      transaction.objectStore('aside').clear(),
      transaction.objectStore('facts').clear(),
      transaction.done,
    ]);
  }

  /** Lets go of the database, so that it can be upgraded or deleted. */
  async close(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    this.#database = undefined;
    database?.close();
  }

  #open(): Promise<IDBPDatabase<ProgressSchema>> {
    this.#database ??= openDatabase(this.#name, {
      onClose: () => {
        this.#database = undefined;
      },
    }).catch((error: unknown) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }
}

function reasonOf(error: unknown): string {
  const { name } = (error ?? {}) as { name?: string };
  if (name === 'QuotaExceededError') return full;
  return name === 'VersionError' ? newer : none;
}
