import { isSimulated } from '../atlas/case.ts';
import { type CheckedEntry, isOf } from '../atlas/check.ts';
import type { Problem } from '../atlas/problem.ts';
import { recipeFault } from '../atlas/recipe-faults.ts';
import { cacheDir } from '../components/picture.ts';
import { faultsOf, isTakeable, type PatientOrder, verdictOn } from '../simulation/index.ts';

/** How far a recipe is tried: whether a patient grows from it, or what each view will show as well. */
export type Trial = 'growth' | 'views';

/**
 * Tries the recipes of all cases, unless it is remembered how they came out, and tells which cannot
 * be what they say.
 */
export async function patientProblems(
  entries: readonly CheckedEntry[],
  trial: Trial,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const entry of entries) {
    if (!isOf(entry, 'cases') || !isSimulated(entry.data)) continue;
    const { recipe, biopsy, views } = entry.data;
    const kinds = views.map(({ kind }) => kind).filter(isTakeable);
    const order = { recipe, biopsy };
    const faults =
      trial === 'views' ? await faultsOf(order, kinds, cacheDir()) : await growthFaults(order);
    for (const sentence of new Set(faults)) {
      const { path, message } = recipeFault('recipe', sentence);
      problems.push({ file: entry.file, line: entry.lineOf(path), message });
    }
  }
  return problems;
}

async function growthFaults(order: PatientOrder): Promise<readonly string[]> {
  const verdict = await verdictOn(order, cacheDir());
  return 'faults' in verdict ? verdict.faults : [];
}
