/** The table of a class as text: for the terminal, and for a spreadsheet. Pure. */
import { csvLine } from '../progress/csv.ts';
import { percentOf } from '../scoring/score.ts';
import type { ClassReport } from './class-report.ts';

const numberOf = (value: number | null) =>
  value === null ? '–' : value.toFixed(2).replace('-', '−');

/** So many pairs of terms are told. */
const mostPairs = 8;

/** The report of a set, line by line. */
export function reportLines(set: string, { students, questions, confused }: ClassReport): string[] {
  const width = Math.max(8, ...questions.map(({ item }) => item.length));
  return [
    `Set ${set}: ${students.length === 1 ? '1 student' : `${students.length} students`}, ${questions.length} questions`,
    '',
    ...students.map(
      ({ by, mean, answered }) =>
        `  ${by || '(no name)'}: ${percentOf(mean)}, ${answered} of ${questions.length} answered`,
    ),
    '',
    `  ${'question'.padEnd(width)}  mean credit  discrimination  answered`,
    ...[...questions]
      .sort((a, b) => a.difficulty - b.difficulty)
      .map(
        ({ item, difficulty, discrimination, answered }) =>
          `  ${item.padEnd(width)}  ${numberOf(difficulty).padStart(11)}  ${numberOf(discrimination).padStart(14)}  ${String(answered).padStart(8)}`,
      ),
    ...(students.length < 5 ? ['', '  Discrimination is told from 5 students on.'] : []),
    '',
    ...(confused.length > 0 ? ['  Most confused:'] : ['  No term was taken for another.']),
    ...confused
      .slice(0, mostPairs)
      .map(
        ({ asks, truth, answer, times }) => `  ${times} × ${answer} said for ${truth} (${asks})`,
      ),
    '',
  ];
}

/** The questions of all sets as a table: RFC 4180. */
export function reportCsv(reports: ReadonlyMap<string, ClassReport>): string {
  const head = ['set', 'question', 'mean credit', 'discrimination', 'answered', 'students'];
  const rows = [...reports].flatMap(([set, { questions, students }]) =>
    questions.map(({ item, difficulty, discrimination, answered }) => [
      ...[set, item, Math.round(difficulty * 1000) / 1000],
      ...[discrimination === null ? '' : Math.round(discrimination * 1000) / 1000, answered],
      students.length,
    ]),
  );
  return [head, ...rows].map(csvLine).join('');
}
