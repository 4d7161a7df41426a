/** The proof that the views of a patient will show what her recipe says, remembered. Node only. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../machine/index.ts';
import { proveRecipe, type RadiographId } from '../radiography/index.ts';
import { orderDigest, type PatientOrder, type SlideViewOrder } from './order.ts';
import { patientOf } from './patient.ts';

/** A patient, and the views in which she must show what her recipe says. */
export interface Words {
  readonly order: PatientOrder;
  readonly views: readonly RadiographId[];
  /** Her slides, of which pages need an outlook. */
  readonly slides: readonly SlideViewOrder[];
}

const pathOf = ({ order, views }: Omit<Words, 'slides'>, cacheDir: string): string => {
  const name = `${orderDigest(order).slice(0, 20)}-${[...views].sort().join('-')}.json`;
  return join(cacheDir, 'proofs', name);
};

/** Tells whether it is remembered how a proof came out. */
export const isProven = (words: Words, cacheDir: string): boolean =>
  existsSync(pathOf(words, cacheDir));

/**
 * Sentences that say what these views of an order will not show of what its words promise. Takes some
 * seconds; the answer is remembered below `cacheDir` for as long as order, views and code stay the same.
 */
export async function faultsOf(
  order: PatientOrder,
  views: readonly RadiographId[],
  cacheDir: string,
): Promise<readonly string[]> {
  const path = pathOf({ order, views }, cacheDir);
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
