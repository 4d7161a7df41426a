import type { Confusion } from './confusion.ts';
import { around, type Measure, minimum, tooFew } from './measure.ts';

/** How much of an agreement a cell counts: of exact ones only, or less with the distance of the terms. */
export type Weights = 'exact' | 'linear' | 'quadratic';

/**
 * Cohen's kappa of a table: agreement beyond chance, 1 for full, 0 for chance. `linear` and `quadratic`
 * count near answers in part, for terms that have an order. Sources: J. Cohen 1960 and 1968; the error
 * is that of J. L. Fleiss, J. Cohen and B. S. Everitt, Psychol Bull 1969;72:323.
 */
export function kappa(table: Confusion, weights: Weights = 'exact'): Measure {
  if (table.total < minimum.pairs) return tooFew('answers to compare', table.total, minimum.pairs);
  const size = table.terms.length;
  const share = (row: number, column: number) => (table.counts[row]?.[column] ?? 0) / table.total;
  const all = Array.from({ length: size }, (_, index) => index);
  const rows = all.map((row) => sum(all, (column) => share(row, column)));
  const columns = all.map((column) => sum(all, (row) => share(row, column)));
  const weight = (row: number, column: number) => weightOf(weights, row, column, size);
  const over = (term: (row: number, column: number) => number) =>
    sum(all, (row) => sum(all, (column) => term(row, column)));
  const at = (margin: readonly number[], index: number) => margin[index] ?? 0;

  const observed = over((row, column) => weight(row, column) * share(row, column));
  const expected = over((row, column) => weight(row, column) * at(rows, row) * at(columns, column));
  if (expected === 1)
    return { silent: 'All answers are one and the same term, which says nothing of agreement.' };
  const value = (observed - expected) / (1 - expected);

  const rowMean = all.map((row) => sum(all, (column) => weight(row, column) * at(columns, column)));
  const columnMean = all.map((column) => sum(all, (row) => weight(row, column) * at(rows, row)));
  const spread = over(
    (row, column) =>
      share(row, column) *
      (weight(row, column) - (at(rowMean, row) + at(columnMean, column)) * (1 - value)) ** 2,
  );
  const variance =
    (spread - (value - expected * (1 - value)) ** 2) / (table.total * (1 - expected) ** 2);
  return { value, interval: around(value, Math.sqrt(variance), -1, 1), cases: table.total };
}

function weightOf(weights: Weights, row: number, column: number, size: number): number {
  if (weights === 'exact' || size < 2) return row === column ? 1 : 0;
  const distance = Math.abs(row - column) / (size - 1);
  return weights === 'linear' ? 1 - distance : 1 - distance * distance;
}

const sum = (indices: readonly number[], term: (index: number) => number) =>
  indices.reduce((total, index) => total + term(index), 0);
