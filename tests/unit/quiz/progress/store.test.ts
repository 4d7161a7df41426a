import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase, upgrades } from '../../../../src/quiz/progress/database.ts';
import { ProgressStore } from '../../../../src/quiz/progress/store.ts';
import { attempt } from './attempts.ts';

const name = 'test-progress';
let store: ProgressStore;
beforeEach(() => {
  store = new ProgressStore(name);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  await deleteDB(name);
});

describe('the log of a learner', () => {
  test('keeps attempts over a restart, in the order of time', async () => {
    await store.add([attempt('b', { at: 2000 })]);
    await store.add([attempt('a', { at: 1000 })]);
    await store.close();
    const { attempts, lost, aside } = await new ProgressStore(name).read();
    expect(attempts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect({ lost, aside }).toEqual({ lost: undefined, aside: 0 });
  });

  test('adds nothing twice, and never changes what is there', async () => {
    await store.add([attempt('a')]);
    await store.add([{ ...attempt('a'), credit: 0 }, attempt('b')]);
    const { attempts } = await store.read();
    expect(attempts.map(({ id, credit }) => [id, credit])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('is one for two open tabs', async () => {
    const other = new ProgressStore(name);
    await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => store.add([attempt(`one-${index}`)])),
      ...Array.from({ length: 20 }, (_, index) => other.add([attempt(`two-${index}`)])),
    ]);
    expect((await store.read()).attempts).toHaveLength(40);
    await other.close();
  });

  test('holds all of a write that was killed in the middle, or nothing of it', async () => {
    await store.add([attempt('before')]);
    const database = await openDatabase(name);
    const transaction = database.transaction('attempts', 'readwrite');
    await transaction.store.add(attempt('half'));
    transaction.abort();
    await transaction.done.catch(() => {});
    database.close();
    expect((await store.read()).attempts.map(({ id }) => id)).toEqual(['before']);
  });

  test('sets a broken record aside, keeps the rest, and does not count it again', async () => {
    await store.add([attempt('good')]);
    const database = await openDatabase(name);
    await database.put('attempts', { id: 'broken', at: 'yesterday' });
    await database.put('attempts', { id: 'script', item: '<script>alert(1)</script>' });
    database.close();
    expect(await store.read()).toMatchObject({ attempts: [{ id: 'good' }], aside: 2 });
    expect(await store.read()).toMatchObject({ attempts: [{ id: 'good' }], aside: 2 });
  });

  test('says that the browser is full, and keeps what it was given until the page is closed', async () => {
    await store.add([attempt('kept')]);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    expect(await store.add([attempt('later', { at: 9000 })])).toContain('no room left');
    const log = await store.read();
    expect(log.attempts.map(({ id }) => id)).toEqual(['kept', 'later']);
    expect(log.lost).toContain('export them now');
  });

  test('works in memory where the browser keeps nothing, and says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Not allowed', 'SecurityError');
    });
    expect(await store.add([attempt('a')])).toContain('does not let the atlas keep anything');
    const log = await store.read();
    expect(log.attempts.map(({ id }) => id)).toEqual(['a']);
    expect(log.lost).toContain('until you close this page');
  });

  test('remembers the last export, and forgets everything when it is cleared', async () => {
    await store.add([attempt('a')]);
    await store.exported(5000);
    expect((await store.read()).exportedAt).toBe(5000);
    await store.clear();
    expect(await store.read()).toEqual({
      attempts: [],
      aside: 0,
      exportedAt: undefined,
      lost: undefined,
    });
  });
});

describe('the database of an older atlas', () => {
  test.each(upgrades.map((_, index) => index + 1))(
    'of version %d is upgraded with what it holds',
    async (version) => {
      const old = await openDatabase(name, { version });
      await old.put('attempts', attempt('old'));
      old.close();
      await store.add([attempt('new', { at: 2000 })]);
      await store.exported(3000);
      expect(await store.read()).toMatchObject({
        attempts: [{ id: 'old' }, { id: 'new' }],
        exportedAt: 3000,
      });
    },
  );

  test('is let go of when a newer atlas upgrades it, which this page says', async () => {
    await store.add([attempt('a')]);
    const newer = await openDB(name, upgrades.length + 1);
    newer.close();
    expect((await store.read()).lost).toContain('A newer atlas is open');
  });
});
