/** The proof that the views of a patient will show what her recipe says, remembered. Node only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../machine/index.ts';
import { proveRecipe, type RadiographId } from '../radiography/index.ts';
import { orderDigest, type PatientOrder } from './order.ts';
import { patientOf } from './patient.ts';

/**
 * Sentences that say what these views of an order will not show of what its words promise. Takes some
 * seconds; the answer is remembered below `cacheDir` for as long as order, views and code stay the same.
 */
export async function faultsOf(
  order: PatientOrder,
  views: readonly RadiographId[],
  cacheDir: string,
): Promise<readonly string[]> {
  const name = `${orderDigest(order).slice(0, 20)}-${[...views].sort().join('-')}.json`;
  const path = join(cacheDir, 'proofs', name);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly string[];
  } catch {
    const grow = () => patientOf(order).phantom;
    const faults = proveRecipe(order.recipe, views, order.biopsy, grow);
    // A memo that cannot be written costs time, not a result.
    await writeWhole(path, JSON.stringify(faults)).catch(() => {});
    return faults;
  }
}
