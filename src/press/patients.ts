import { isSimulated } from '../atlas/case.ts';
import { type CheckedEntry, isOf } from '../atlas/check.ts';
import type { Problem } from '../atlas/problem.ts';
import { recipeFault } from '../atlas/recipe-faults.ts';
import { cacheDir } from '../components/picture.ts';
import { verdictOn } from '../simulation/index.ts';

/**
 * Grows the patients of all recipes, unless it is remembered that they can be grown, and tells which
 * cannot be what their recipes call them.
 */
export async function patientProblems(entries: readonly CheckedEntry[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const entry of entries) {
    if (!isOf(entry, 'cases') || !isSimulated(entry.data)) continue;
    const { recipe, biopsy } = entry.data;
    const verdict = await verdictOn({ recipe, biopsy }, cacheDir());
    if (!('faults' in verdict)) continue;
    for (const sentence of verdict.faults) {
      const { path, message } = recipeFault('recipe', sentence);
      problems.push({ file: entry.file, line: entry.lineOf(path), message });
    }
  }
  return problems;
}
