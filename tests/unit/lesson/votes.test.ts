import { describe, expect, test } from 'vitest';
import type { ChoiceKey } from '../../../src/quiz/items/choice.ts';
import { startedSession } from '../../../src/lesson/session.ts';
import { sessionTable } from '../../../src/lesson/report.ts';
import { rightShare, shares, summaryOf, withHand } from '../../../src/lesson/votes.ts';

const key = { credits: [0, 1, 0.5], why: [] } as ChoiceKey;
const question = (id: string) => ({ id, title: `Title ${id}`, options: ['x', 'y', '=z'], key });

describe('a show of hands', () => {
  test('has shares that add up to one, and none without hands', () => {
    expect(shares([1, 2, 1])).toEqual([0.25, 0.5, 0.25]);
    expect(shares([0, 0])).toEqual([0, 0]);
  });

  test('counts as right only what is wholly right', () => {
    expect(rightShare([1, 2, 1], key)).toBe(0.5);
    expect(rightShare([0, 0, 0], key)).toBeUndefined();
    expect(rightShare(undefined, key)).toBeUndefined();
  });

  test('takes a hand back down to none', () => {
    expect(withHand([0, 3], 0, -1)).toEqual([0, 3]);
    expect(withHand([0, 3], 1, -1)).toEqual([0, 2]);
  });
});

describe('the summary of a session', () => {
  const votes = {
    a: { before: [8, 2, 0], after: [1, 9, 0] },
    b: { after: [6, 3, 1] },
    c: { before: [0, 9, 1], after: [5, 5, 0] },
    silent: { after: [0, 0, 0] },
  };
  const summary = summaryOf(['a', 'b', 'c', 'silent', 'never'].map(question), votes);

  test('leaves out what nobody raised a hand for', () => {
    expect(summary.outcomes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
  test('names the question that most have missed at its last round', () => {
    expect(summary.mostMissed?.id).toBe('b');
  });
  test('names the biggest swing, for the better or the worse', () => {
    expect(summary.biggestSwing?.id).toBe('a');
    expect(summaryOf([question('c')], votes).biggestSwing?.id).toBe('c');
  });
  test('names no most missed question where all were right', () => {
    expect(summaryOf([question('a')], { a: { after: [0, 4, 0] } }).mostMissed).toBeUndefined();
  });
  test('is exported with one row an option, safe for a spreadsheet', () => {
    const session = startedSession('s', { lesson: 'l', title: 'L, with comma' }, 0);
    const rows = sessionTable(session, summary).trimEnd().split('\r\n');
    expect(rows).toHaveLength(10);
    expect(rows[1]).toBe('"L, with comma",1970-01-01T00:00:00.000Z,Title a,A,x,no,8,1');
    expect(rows[3]).toContain(",'=z,");
    expect(rows[4]).toMatch(/,no,,6$/);
  });
});
