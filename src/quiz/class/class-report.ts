/** What the results of a class say of the questions of a set. Pure. */
import type { Results } from '../progress/results.ts';

/** One question as a class answered it. */
export interface QuestionReport {
  readonly item: string;
  /** How many answered it; whoever did not has nothing for it. */
  readonly answered: number;
  /** Mean credit of all students, from 0 (nobody) to 1 (everybody): the higher, the easier. */
  readonly difficulty: number;
  /**
   * Correlation of the credit of the question with that of all others, from −1 to 1; null where it
   * cannot be told. Below 0.2 the question does not tell good students from others.
   */
  readonly discrimination: number | null;
}

/** Two terms of one kind, and how often one was said for the other. */
export interface Confused {
  readonly asks: string;
  readonly truth: string;
  readonly answer: string;
  readonly times: number;
}

/** The table of a class. */
export interface ClassReport {
  readonly students: readonly {
    readonly by: string;
    readonly mean: number;
    readonly answered: number;
  }[];
  readonly questions: readonly QuestionReport[];
  readonly confused: readonly Confused[];
}

/** A correlation of fewer students than this is chance. */
const leastStudents = 5;

/**
 * Reports the results of one set, one sitting a student. Difficulty is the mean credit, discrimination
 * the corrected item–total correlation of classical test theory: Pearson's, with the question itself
 * left out of the total.
 */
export function classReport(results: readonly Results[]): ClassReport {
  const items = [...new Set(results.flatMap((each) => each.items))];
  const credits = results.map(({ attempts }) => {
    const of = new Map<string, number>();
    for (const { item, credit } of attempts) if (!of.has(item)) of.set(item, credit);
    return of;
  });
  const earned = (student: number, item: string) => credits[student]?.get(item) ?? 0;
  const totals = results.map((_, student) => sumOf(items.map((item) => earned(student, item))));
  const count = Math.max(1, items.length);
  return {
    students: results.map(({ by }, student) => ({
      by,
      mean: (totals[student] ?? 0) / count,
      answered: credits[student]?.size ?? 0,
    })),
    questions: items.map((item) => {
      const ours = results.map((_, student) => earned(student, item));
      const rest = totals.map((total, student) => total - (ours[student] ?? 0));
      return {
        item,
        answered: credits.filter((of) => of.has(item)).length,
        difficulty: sumOf(ours) / Math.max(1, ours.length),
        discrimination: results.length < leastStudents ? null : correlation(ours, rest),
      };
    }),
    confused: confusedIn(results),
  };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);

/** Pearson's correlation; null where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [sumOf(a) / a.length, sumOf(b) / b.length];
  const offA = a.map((each) => each - meanA);
  const offB = b.map((each) => each - meanB);
  const spread = Math.sqrt(sumOf(offA.map((x) => x * x)) * sumOf(offB.map((x) => x * x)));
  return spread < 1e-12 ? null : sumOf(offA.map((x, index) => x * (offB[index] ?? 0))) / spread;
}

function confusedIn(results: readonly Results[]): Confused[] {
  const told = results.flatMap(({ attempts }) =>
    attempts.flatMap(({ term, reading }) => [...(term ? [term] : []), ...(reading?.terms ?? [])]),
  );
  const counts = new Map<string, Confused>();
  for (const { asks, truth, answer } of told) {
    if (truth === answer) continue;
    const key = `${asks} ${truth} ${answer}`;
    counts.set(key, { asks, truth, answer, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times || (a.truth < b.truth ? -1 : 1));
}
