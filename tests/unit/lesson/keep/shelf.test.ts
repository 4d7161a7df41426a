import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lessonSchema } from '../../../../src/atlas/lesson.ts';
import { sessionIn } from '../../../../src/lesson/keep/sessions.ts';
import { shelf } from '../../../../src/lesson/keep/shelf.ts';
import { startedSession } from '../../../../src/lesson/session.ts';
import { ownLessonIn } from '../../../../src/lesson/own/lesson.ts';
import { upgrades } from '../../../../src/quiz/progress/database.ts';

const name = 'test-lessons';
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB(name, { blocked() {} });
});

const session = startedSession('s', { lesson: 'l', title: 'L', stop: 3 }, 7);
const stops = [{ kind: 'title', title: 'T' }];
const own = { id: 'x', changedAt: 1, ...lessonSchema.parse({ title: 'T', summary: 'S', stops }) };

describe('what a browser keeps of lessons', () => {
  test('sessions and lessons come back as they were, until they are removed', async () => {
    const [sessions, lessons] = [
      shelf('sessions', sessionIn, name),
      shelf('lessons', ownLessonIn, name),
    ];
    expect(await Promise.all([sessions.put(session), lessons.put(own)])).toEqual([true, true]);
    expect(await sessions.get('s')).toEqual(session);
    expect(await lessons.all()).toEqual([own]);
    await lessons.remove('x');
    expect(await lessons.get('x')).toBeUndefined();
  });

  test('a browser that has the log of answers alone gets the new shelves beside it', async () => {
    const before = await openDB(`${name}-old`, 2, {
      upgrade(database, old, _new, transaction) {
        for (const step of upgrades.slice(old, 2)) step(database as never, transaction as never);
      },
    });
    await before.put('attempts', { id: 'a', at: 1 });
    before.close();
    const { openDatabase } = await import('../../../../src/quiz/progress/database.ts');
    const now = await openDatabase(`${name}-old`);
    expect(await now.count('attempts')).toBe(1);
    expect([...now.objectStoreNames]).toEqual(expect.arrayContaining(['lessons', 'sessions']));
    now.close();
  });

  test('where nothing can be kept it lasts as long as the page', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const shut = shelf('sessions', sessionIn, name);
    // A database that is open already is not asked for again.
    const kept = await shut.put({ ...session, id: 'm' });
    expect(typeof kept).toBe('boolean');
    expect(await shut.get('m')).toMatchObject({ stop: 3 });
  });

  test.each([[null], ['x'], [{}], [{ id: 1 }], [{ id: 'a', lesson: 'l' }]])(
    'what is no session is passed over: %j',
    (value) => {
      expect(sessionIn(value)).toBeUndefined();
      expect(ownLessonIn(value)).toBeUndefined();
    },
  );

  test('a session of an older atlas gets what it lacks', () => {
    expect(sessionIn({ id: 's', lesson: 'l', startedAt: 5, stop: 2 })).toMatchObject({
      stop: 2,
      votes: {},
      frozen: false,
    });
  });
});
