/** Which session a stage goes on with. */
import type { TaughtLesson } from '../data.ts';
import { keepSession, keptSession } from '../keep/sessions.ts';
import { freshId } from '../keep/shelf.ts';
import { type Session, startedSession } from '../session.ts';

/** The session that the address names, as it was left; else a new one, from the stop that is named. */
export async function sessionHere({ id: lesson, title, stops }: TaughtLesson): Promise<Session> {
  const asked = new URLSearchParams(location.search);
  const id = asked.get('session');
  const kept = id ? await keptSession(lesson, id) : undefined;
  if (kept)
    return {
      ...kept,
      stop: Math.min(kept.stop, stops.length),
      onStage: Math.min(kept.stop, stops.length),
      frozen: false,
    };
  const stop =
    Math.min(Math.max(Number.parseInt(asked.get('stop') ?? '1', 10) || 1, 1), stops.length) - 1;
  const session = startedSession(freshId(), { lesson, title, stop }, Date.now());
  keepSession(session);
  return session;
}
