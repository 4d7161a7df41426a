import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, obeyed, type Session, startedSession } from '../../../src/lesson/session.ts';
import type { Stop } from '../../../src/lesson/stop.ts';
import { questionStop, titleStop, viewStop } from './lesson.ts';

const stops: Stop[] = [titleStop(), questionStop('before'), viewStop(true), questionStop('after')];
const begin = (stop = 0) => startedSession('s', { lesson: 'l', title: 'L', stop }, 0);
const after = (session: Session, ...deeds: (Command | Command['do'])[]) =>
  deeds.reduce<Session>(
    (now, deed) =>
      obeyed(now, (typeof deed === 'string' ? { do: deed } : deed) as Command, stops, 5000),
    session,
  );

describe('a session', () => {
  test('is given from the first stop to the end with the next key alone', () => {
    const seen: string[] = [];
    let session = begin();
    for (let press = 0; press < 12 && session.stop < stops.length; press += 1) {
      seen.push(
        `${session.stop}${session.marks ? ' marked' : ''}${session.revealed ? ' told' : ''}`,
      );
      session = after(session, 'next');
    }
    expect(seen).toEqual(['0', '1', '2', '2 marked', '3', '3 told']);
  });

  test('tells no answer in the round before the teaching', () => {
    expect(after(begin(1), 'reveal').revealed).toBe(false);
    expect(after(begin(3), 'reveal').revealed).toBe(true);
    expect(after(begin(3), 'reveal', 'reveal').revealed).toBe(false);
  });

  test('forgets what a stop has shown when it is left', () => {
    const session = after(begin(3), 'reveal', 'previous');
    expect([session.stop, session.revealed, session.marks, session.stopAt]).toEqual([
      2,
      false,
      false,
      5000,
    ]);
  });

  test('draws the curtain away at the first press, then marks, then goes on', () => {
    const picture = { views: ['c.a', 'c.b'] as const, query: '?panes=a,b&layout=curtain' };
    const stops: Stop[] = [{ ...viewStop(true), picture }, titleStop()];
    const next = (session: Session) => obeyed(session, { do: 'next' }, stops, 0);
    const [away, marked] = [next(begin()), next(next(begin()))];
    expect([begin().curtain, away.curtain, away.marks, away.stop]).toEqual([100, 0, false, 0]);
    expect([marked.curtain, marked.marks, marked.stop]).toEqual([0, true, 0]);
    expect(next(marked).stop).toBe(1);
  });

  test('draws a curtain to both sides and back, and hangs it anew at the next stop', () => {
    const picture = { views: ['c.a', 'c.b'] as const, query: '?panes=a,b&layout=curtain' };
    const drawn: Stop[] = [{ ...viewStop(false), picture }, titleStop()];
    const drawing = (session: Session) => obeyed(session, { do: 'curtain' }, drawn, 0);
    const shares: number[] = [];
    let session = begin();
    for (let press = 0; press < 3; press += 1) {
      session = drawing(session);
      shares.push(session.curtain);
    }
    expect(shares).toEqual([0, 50, 100]);
    const left = obeyed(drawing(session), { do: 'next' }, drawn, 0);
    expect([left.stop, left.curtain]).toEqual([1, 100]);
    expect(drawing(left)).toBe(left);
  });

  test('lights a black room before it goes on', () => {
    const lit = after(begin(), 'black', 'next');
    expect([lit.black, lit.stop]).toEqual([false, 0]);
  });

  test('counts hands of each round for itself, and never fewer than none', () => {
    const before = after(
      begin(1),
      { do: 'hand', option: 1, by: 1 },
      { do: 'hand', option: 0, by: -1 },
    );
    const both = after(before, { do: 'go', stop: 3 }, { do: 'count', option: 2, count: 12 });
    expect(both.votes).toEqual({ q: { before: [0, 1, 0], after: [0, 0, 12] } });
    expect(after(both, { do: 'hand', option: 7, by: 1 })).toEqual(both);
    expect(after(begin(), { do: 'hand', option: 0, by: 1 }).votes).toEqual({});
  });

  test('a frozen stage stays while the presenter goes on, and follows when it thaws', () => {
    const frozen = after(begin(), 'freeze', 'next', 'next');
    expect([frozen.stop, frozen.onStage]).toEqual([2, 0]);
    expect(after(frozen, 'freeze').onStage).toBe(2);
    const pressed = obeyed(frozen, { do: 'next' }, stops, 0, true);
    expect([pressed.frozen, pressed.onStage]).toEqual([false, 2]);
  });

  test('stays within its stops whatever is asked of it', () => {
    const command = fc.oneof(
      fc
        .constantFrom('next', 'previous', 'reveal', 'marks', 'black', 'freeze', 'ring', 'spotlight')
        .map((deed) => ({ do: deed }) as Command),
      fc.record({
        do: fc.constant('go' as const),
        stop: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
      }),
      fc.record({
        do: fc.constant('count' as const),
        option: fc.integer({ min: -2, max: 9 }),
        count: fc.double(),
      }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const session = after(begin(), ...commands);
        expect(session.stop).toBeGreaterThanOrEqual(0);
        expect(session.stop).toBeLessThanOrEqual(stops.length);
        if (!session.frozen) expect(session.onStage).toBe(session.stop);
        for (const { before = [], after: late = [] } of Object.values(session.votes))
          for (const count of [...before, ...late]) expect(count).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
