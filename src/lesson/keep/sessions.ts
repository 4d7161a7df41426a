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

/** What this tab holds, whose last changes may not have come into the database. */
function ofThisTab(): Session[] {
  try {
    return Object.entries(sessionStorage).flatMap(([key, text]) =>
      key.startsWith(slot('')) ? (sessionIn(JSON.parse(text)) ?? []) : [],
    );
  } catch {
    return [];
  }
}

/** All sessions of this browser. */
export async function keptSessions(): Promise<Session[]> {
  const here = ofThisTab();
  const ids = new Set(here.map(({ id }) => id));
  return [...here, ...(await sessions.all()).filter(({ id }) => !ids.has(id))];
}

/** The session of an id: as this tab left it, else as the database has it. */
export async function keptSession(lesson: string, id: string): Promise<Session | undefined> {
  const found = ofThisTab().find((each) => each.id === id) ?? (await sessions.get(id));
  return found?.lesson === lesson ? found : undefined;
}

/** Takes a session away. */
export async function removeSession({ id, lesson }: Session): Promise<void> {
  try {
    if (ofThisTab().some((each) => each.id === id)) sessionStorage.removeItem(slot(lesson));
  } catch {
    // Nothing is kept there then.
  }
  await sessions.remove(id);
}
