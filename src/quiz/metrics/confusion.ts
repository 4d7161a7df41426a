/** How often which answer was given where which term was true: `counts[truth][answer]`. */
export interface Confusion {
  readonly terms: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly total: number;
}

/** One answer beside its truth, both as terms. */
export interface Answered {
  readonly truth: string;
  readonly answer: string;
}

/** Counts answers by their truth, in the order of `terms`; what is not among them is left out. */
export function confusionOf(answers: readonly Answered[], terms: readonly string[]): Confusion {
  const place = new Map(terms.map((term, index) => [term, index]));
  const counts = terms.map(() => terms.map(() => 0));
  let total = 0;
  for (const { truth, answer } of answers) {
    const [row, column] = [place.get(truth), place.get(answer)];
    const line = row === undefined ? undefined : counts[row];
    if (line === undefined || column === undefined) continue;
    line[column] = (line[column] ?? 0) + 1;
    total += 1;
  }
  return { terms, counts, total };
}

/** The pairs of terms mixed up most often, in either direction, the commonest first. */
export function mostConfused(
  { terms, counts }: Confusion,
  most = 3,
): { terms: readonly [string, string]; times: number }[] {
  const pairs = terms.flatMap((one, row) =>
    terms.slice(row + 1).map((other, index) => {
      const column = row + 1 + index;
      const times = (counts[row]?.[column] ?? 0) + (counts[column]?.[row] ?? 0);
      return { terms: [one, other] as const, times };
    }),
  );
  return pairs
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .slice(0, most);
}
