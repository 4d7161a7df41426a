/** The patient that is looked at in one way after the other. */
import { type Biopsy, growPhantom, type Phantom, takeBiopsy } from '../phantom/index.ts';
import type { Biopsied } from '../microscopy/index.ts';
import { openTissue, type Tissue } from '../radiography/index.ts';

/** What she is made from, as authors write it: it is read and checked where she is grown. */
interface Written {
  readonly recipe: unknown;
  readonly biopsy?: unknown;
}

/** A patient, and what is worked out of her when a view first needs it. */
export interface Patient {
  readonly phantom: Phantom;
  readonly tissue: () => Tissue;
  readonly biopsy: () => Biopsy;
}

let last: { readonly key: string; readonly patient: Patient } | undefined;

/**
 * The patient of an order. The last one is kept: growing her, her tissue and her biopsy takes as long as a
 * small view of her. Throws a RecipeError for a recipe that cannot be followed.
 */
export function patientOf({ recipe, biopsy }: Written): Patient {
  const key = JSON.stringify([recipe, biopsy]);
  if (last?.key === key) return last.patient;
  last = undefined;
  const phantom = growPhantom(recipe);
  const patient = {
    phantom,
    tissue: once(() => openTissue(phantom)),
    biopsy: once(() => takeBiopsy(phantom, biopsy)),
  };
  last = { key, patient };
  return patient;
}

/** The patient of an order with what was taken from her, for who opens slides. */
export function biopsiedOf(order: Written): Biopsied {
  const { phantom, biopsy } = patientOf(order);
  return { phantom, biopsy: biopsy() };
}

function once<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
