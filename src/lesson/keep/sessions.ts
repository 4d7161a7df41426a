/** Sessions as this browser keeps them. */
import { type Session, startedSession } from '../session.ts';
import { shelf } from './shelf.ts';

/** A session in what was kept; fields that a later atlas has added are filled in. */
export function sessionIn(value: unknown): Session | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = value as Partial<Session>;
  const { id, lesson, startedAt } = kept;
  if (typeof id !== 'string' || typeof lesson !== 'string' || typeof startedAt !== 'number')
    return undefined;
  const fresh = startedSession(id, { lesson, title: kept.title ?? lesson }, startedAt);
  return { ...fresh, ...kept };
}

export const sessions = shelf('sessions', sessionIn);

const slot = (lesson: string) => `lesson-session-${lesson}`;

/** Kept at once in this tab, where a reload finds it, and in the database, where a crash leaves it. */
export function keepSession(session: Session): void {
  try {
    sessionStorage.setItem(slot(session.lesson), JSON.stringify(session));
  } catch {
    // No room, or not allowed: the database is left.
  }
  void sessions.put(session);
}

/** The session of an id: as this tab left it, else as the database has it. */
export async function keptSession(lesson: string, id: string): Promise<Session | undefined> {
  try {
    const here = sessionIn(JSON.parse(sessionStorage.getItem(slot(lesson)) ?? 'null'));
    if (here?.id === id) return here;
  } catch {
    // Not readable: the database may have it.
  }
  const found = await sessions.get(id);
  return found?.lesson === lesson ? found : undefined;
}
