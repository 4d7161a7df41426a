import { isSimulated, type SimulatedCase } from '../atlas/case.ts';
import { type CheckedEntry, isOf } from '../atlas/check.ts';
import type { Problem } from '../atlas/problem.ts';
import { recipeFault } from '../atlas/recipe-faults.ts';
import { cacheDir, orderOf } from '../components/picture.ts';
import {
  faultsOf,
  isRadiograph,
  isSlideOrder,
  outlookOf,
  proveAhead,
  type PatientOrder,
  verdictOn,
} from '../simulation/index.ts';

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
  const patients = entries.flatMap((entry) => {
    if (!isOf(entry, 'cases') || !isSimulated(entry.data)) return [];
    const { data } = entry;
    const { recipe, biopsy, views } = data;
    const kinds = views.map(({ kind }) => kind).filter(isRadiograph);
    const slides = views.map((view) => orderOf(data, view)).filter(isSlideOrder);
    return [{ entry, data, order: { recipe, biopsy }, views: kinds, slides }];
  });
  if (trial === 'views')
    await proveAhead(
      patients.map(({ order, views, slides }) => ({ order, views, slides })),
      cacheDir(),
    );
  for (const { entry, data, order, views } of patients) {
    const faults =
      trial === 'views' ? await faultsOf(order, views, cacheDir()) : await growthFaults(order);
    for (const sentence of new Set(faults)) {
      const { path, message } = recipeFault('recipe', sentence);
      problems.push({ file: entry.file, line: entry.lineOf(path), message });
    }
    if (faults.length > 0) continue;
    // Every page needs her outlook, and now she is at hand.
    await verdictOn(order, cacheDir());
    for (const { index, message } of await slideFaults(data))
      problems.push({ file: entry.file, line: entry.lineOf(['views', index, 'section']), message });
  }
  return problems;
}

/** Which slides of a case cannot be cut, and why. */
async function slideFaults(record: SimulatedCase): Promise<{ index: number; message: string }[]> {
  const found: { index: number; message: string }[] = [];
  for (const [index, view] of record.views.entries()) {
    const order = orderOf(record, view);
    if (!isSlideOrder(order)) continue;
    const { depthUm } = order.section;
    const { biopsy } = await outlookOf({ recipe: order.recipe, biopsy: order.biopsy }, cacheDir());
    const deepestUm = biopsy?.slides.deepestUm ?? 0;
    if (depthUm > deepestUm)
      found.push({
        index,
        message: `\`depthUm\` must be from 0 to ${deepestUm}, since the block ends there; found ${depthUm}.`,
      });
  }
  return found;
}

async function growthFaults(order: PatientOrder): Promise<readonly string[]> {
  const verdict = await verdictOn(order, cacheDir());
  return 'faults' in verdict ? verdict.faults : [];
}
