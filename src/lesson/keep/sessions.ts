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

/**
 * Where a session is on its way into the database, which takes a moment: who closes the window in that
 * moment finds it here. It is taken away when the database has it.
 */
const ahead = (id: string) => `atlas-session-ahead-${id}`;

function allAhead(): Session[] {
  try {
    return Object.entries(localStorage).flatMap(([key, text]) =>
      key.startsWith(ahead('')) ? (sessionIn(JSON.parse(text)) ?? []) : [],
    );
  } catch {
    return [];
  }
}

/** Takes a session away, unless it is not `text` any more: a later change of it is on its way. */
function dropAhead(id: string, text?: string): void {
  try {
    const place = ahead(id);
    if (text === undefined || localStorage.getItem(place) === text) localStorage.removeItem(place);
  } catch {
    // Nothing is kept there then.
  }
}

/** Kept at once, whatever becomes of the page, and in the database as soon as it can be. */
export function keepSession(session: Session): void {
  const text = JSON.stringify(session);
  try {
    localStorage.setItem(ahead(session.id), text);
  } catch {
    // No room, or not allowed: the database is left.
  }
  void sessions.put(session).then((isKept) => isKept && dropAhead(session.id, text));
}

/** All sessions of this browser, each as it was last changed. */
export async function keptSessions(): Promise<Session[]> {
  const here = allAhead();
  const found = await sessions.all();
  const last = new Map<string, Session>();
  for (const session of [...found, ...here]) {
    const { changedAt = -Infinity } = last.get(session.id) ?? {};
    if (session.changedAt >= changedAt) last.set(session.id, session);
  }
  return [...last.values()];
}

/** The session of an id, of a lesson. */
export async function keptSession(lesson: string, id: string): Promise<Session | undefined> {
  return (await keptSessions()).find((each) => each.id === id && each.lesson === lesson);
}

/** Takes a session away. */
export async function removeSession({ id }: Session): Promise<void> {
  dropAhead(id);
  await sessions.remove(id);
}
