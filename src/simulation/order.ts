import { createHash } from 'node:crypto';
import type { readBiopsy, Recipe } from '../phantom/index.ts';
import { isOfSpecimen, type RadiographId } from '../radiography/index.ts';
import { rendererDigest } from './code-digest.ts';

/** What a simulated patient is made from: the fields of a case. */
export interface PatientOrder {
  readonly recipe: Recipe;
  readonly biopsy?: ReturnType<typeof readBiopsy> | undefined;
}

/** One view of a simulated patient: all that its pixels hang on, besides the code. */
export interface ViewOrder extends PatientOrder {
  readonly view: RadiographId;
}

/** A digest of what is ordered and of the code that makes it. */
export function orderDigest(order: PatientOrder | ViewOrder): string {
  // The cores are taken out after the mammograms: these do not hang on the needle.
  const fields =
    'view' in order && !isOfSpecimen(order.view) ? { ...order, biopsy: undefined } : order;
  return createHash('sha256')
    .update(JSON.stringify(sorted(fields)))
    .update(rendererDigest())
    .digest('hex');
}

/** The same data with the fields of every object in one order, however they were written. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
