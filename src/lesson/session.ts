/**
 * A session: one lesson given once. All that the stage shows follows from it, and all that the teacher
 * does is a command to it. Pure: the time comes in as milliseconds.
 */
import type { Stop } from './stop.ts';
import { noHands, type Rounds, withHand, withinRoom } from './votes.ts';

/** Where a session stands. It is plain data: it crosses between windows and is kept. */
export interface Session {
  readonly id: string;
  readonly lesson: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** When the stop came up, on the clock of `startedAt`. */
  readonly stopAt: number;
  readonly changedAt: number;
  /** The stop that is taught, from 0; the number of stops is the end, where the summary is. */
  readonly stop: number;
  /** The stop that the room sees: another one while the stage is frozen. */
  readonly onStage: number;
  /** Whether the answer of this stop is told. */
  readonly revealed: boolean;
  /** Whether calcifications are marked. */
  readonly marks: boolean;
  readonly black: boolean;
  readonly frozen: boolean;
  readonly ring: boolean;
  readonly spotlight: boolean;
  /** How much lies on the left of a curtain, in percent. */
  readonly curtain: number;
  /** Hands by question. */
  readonly votes: Readonly<Record<string, Rounds>>;
}

/** What a teacher can ask of a session. */
export type Command =
  | {
      readonly do:
        | 'next'
        | 'previous'
        | 'reveal'
        | 'marks'
        | 'black'
        | 'freeze'
        | 'ring'
        | 'spotlight'
        | 'curtain';
    }
  | { readonly do: 'go'; readonly stop: number }
  /** One hand more for an option (`by` 1) or one fewer (−1). */
  | { readonly do: 'hand'; readonly option: number; readonly by: number }
  /** A count as typed. */
  | { readonly do: 'count'; readonly option: number; readonly count: number };

/** A curtain hangs before all of the second view until it is drawn away, or half of it. */
const [drawn, half, away] = [100, 50, 0];
/** Where a curtain is drawn to, from where it hangs: all of the other view, half and half, all of the first. */
const curtains: Readonly<Record<number, number>> = { [drawn]: away, [away]: half };

export function startedSession(
  id: string,
  { lesson, title, stop = 0 }: { lesson: string; title: string; stop?: number },
  now: number,
): Session {
  return {
    ...{ id, lesson, title, startedAt: now, stopAt: now, changedAt: now, stop, onStage: stop },
    ...{ revealed: false, marks: false, black: false, frozen: false, ring: false },
    ...{ spotlight: false, curtain: drawn, votes: {} },
  };
}

/** Whether a stop holds an answer that waits for the reveal. */
export const hasAnswer = (stop: Stop | undefined): boolean =>
  stop?.asking !== undefined && stop.asking.vote !== 'before';

/** Whether the views of a stop lie behind each other, with a curtain between. */
export const hasCurtain = (stop: Stop | undefined): boolean =>
  new URLSearchParams(stop?.picture?.query).get('layout') === 'curtain';

/** Whether the curtain of a stop has not been drawn away yet. */
export const isCovered = (session: Session, stop: Stop | undefined): boolean =>
  hasCurtain(stop) && session.curtain === drawn;

/** Whether something of the stop is still to be shown before the next one comes. */
export function waits(session: Session, stop: Stop | undefined): boolean {
  if (hasAnswer(stop)) return !session.revealed;
  return isCovered(session, stop) || (stop?.marks === true && !session.marks);
}

/** The session after a command. `fromStage`: given at the stage itself, which then cannot stay frozen. */
export function obeyed(
  session: Session,
  command: Command,
  stops: readonly Stop[],
  now: number,
  fromStage = false,
): Session {
  const next = after(session, command, stops, now);
  if (next === session) return session;
  const thawed = fromStage && (command.do === 'next' || command.do === 'previous');
  const frozen = next.frozen && !thawed;
  return { ...next, frozen, onStage: frozen ? session.onStage : next.stop, changedAt: now };
}

function after(session: Session, command: Command, stops: readonly Stop[], now: number): Session {
  const stop = stops[session.stop];
  switch (command.do) {
    case 'next':
      // A black room is lit again before it goes on.
      if (session.black) return { ...session, black: false };
      if (!waits(session, stop)) return gone(session, session.stop + 1, stops, now);
      if (hasAnswer(stop)) return { ...session, revealed: true };
      return isCovered(session, stop) ? { ...session, curtain: away } : { ...session, marks: true };
    case 'previous':
      if (session.black) return { ...session, black: false };
      return gone(session, session.stop - 1, stops, now);
    case 'go':
      return gone(session, command.stop, stops, now);
    case 'reveal':
      return hasAnswer(stop) ? { ...session, revealed: !session.revealed } : session;
    case 'marks':
      return stop?.picture?.marked ? { ...session, marks: !session.marks } : session;
    case 'black':
      return { ...session, black: !session.black };
    case 'freeze':
      return { ...session, frozen: !session.frozen };
    case 'ring':
      return { ...session, ring: !session.ring, spotlight: false };
    case 'spotlight':
      return { ...session, spotlight: !session.spotlight, ring: false };
    case 'curtain':
      return hasCurtain(stop)
        ? { ...session, curtain: curtains[session.curtain] ?? drawn }
        : session;
    case 'hand':
    case 'count':
      return counted(session, command, stop);
  }
}

function gone(session: Session, to: number, stops: readonly Stop[], now: number): Session {
  const stop = Math.min(Math.max(to, 0), stops.length);
  if (stop === session.stop || Number.isNaN(stop)) return session;
  const afresh = { revealed: false, marks: false, black: false, curtain: drawn };
  return { ...session, stop, stopAt: now, ...afresh };
}

function counted(
  session: Session,
  command: Extract<Command, { option: number }>,
  stop: Stop | undefined,
): Session {
  const asking = stop?.asking;
  if (!asking) return session;
  const count = optionsOf(stop).length;
  const { option } = command;
  if (!Number.isInteger(option) || option < 0 || option >= count) return session;
  const round = roundOf(asking.vote);
  const rounds = session.votes[asking.id] ?? {};
  const hands = rounds[round] ?? noHands(count);
  const changed =
    command.do === 'hand'
      ? withHand(hands, option, Math.sign(command.by))
      : hands.map((each, at) => (at === option ? withinRoom(command.count) : each));
  return {
    ...session,
    votes: { ...session.votes, [asking.id]: { ...rounds, [round]: changed } },
  };
}

/** Which round the hands of a stop are of. */
export const roundOf = (vote: 'once' | 'before' | 'after'): keyof Rounds =>
  vote === 'before' ? 'before' : 'after';

/** The options that hands are raised for. */
export function optionsOf(stop: Stop | undefined): readonly string[] {
  const asked = stop?.asking?.item.asked;
  return asked && 'options' in asked ? asked.options : [];
}
