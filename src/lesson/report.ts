/** A session's shows of hands as a table that other programs read. Pure. */
import { letterOf } from '../quiz/items/choice.ts';
import { cell } from '../quiz/progress/csv.ts';
import type { Session } from './session.ts';
import type { Summary } from './votes.ts';

const columns = ['lesson', 'given', 'question', 'option', 'text', 'right', 'before', 'after'];

/** One row an option, with the hands of both rounds; empty where a round was not held. */
export function sessionTable({ title, startedAt }: Session, { outcomes }: Summary): string {
  const given = new Date(startedAt).toISOString();
  const rows = outcomes.flatMap(({ title: question, options, right, rounds }) =>
    options.map((text, at) => [
      ...[title, given, question, letterOf(at), text],
      right.includes(at) ? 'yes' : 'no',
      rounds.before?.[at] ?? '',
      rounds.after?.[at] ?? '',
    ]),
  );
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
