import type { Attempt } from './attempt.ts';

const columns = [
  'time',
  'item',
  'kind',
  'category',
  'mode',
  'set',
  'credit',
  'certainty',
  'seconds',
  'answer',
  'asked for',
  'true',
  'said',
] as const;

/** A cell; what a spreadsheet would take for a formula is made text. */
export function cell(value: string | number): string {
  const text = String(value);
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A row of a table: RFC 4180. */
export const csvLine = (row: readonly (string | number)[]) => `${row.map(cell).join(',')}\r\n`;

/** An answer in one cell. */
function inWords(answer: Attempt['answer'] | object | null): string {
  if (typeof answer === 'string') return answer;
  if (Array.isArray(answer)) return answer.join(' ');
  return Object.entries(answer ?? {})
    .map(([key, value]) =>
      value !== null && typeof value === 'object' ? inWords(value) : `${key}=${value}`,
    )
    .join(' ');
}

/** Attempts as a table for a spreadsheet: RFC 4180, UTF-8, one line a row, times in UTC. */
export function csvOf(attempts: readonly Attempt[]): string {
  const rows = attempts.map((attempt) => [
    new Date(attempt.at).toISOString(),
    attempt.item,
    attempt.kind,
    attempt.category,
    attempt.mode,
    attempt.set ?? '',
    attempt.credit,
    attempt.certainty ?? '',
    Math.round(attempt.tookMs / 100) / 10,
    inWords(attempt.answer),
    attempt.term?.asks ?? '',
    attempt.term?.truth ?? '',
    attempt.term?.answer ?? '',
  ]);
  return [columns, ...rows].map(csvLine).join('');
}
