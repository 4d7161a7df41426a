/** Takes a view of a simulated patient: what the children do. */
import { setImmediate } from 'node:timers/promises';
import type { Report } from '../machine/index.ts';
import { isOfSpecimen, proveView, type Radiograph, takeRadiograph } from '../radiography/index.ts';
import type { RadiographOrder } from './order.ts';
import { patientOf } from './patient.ts';

/** The part of the work that is done when the patient is grown. */
const grown = 0.1;

/** A view that was taken, and what can not be seen in it of what its recipe promises (`proveView`). */
export interface TakenView extends Radiograph {
  readonly faults: readonly string[];
}

/**
 * Takes a view of the patient of an order, who is grown for it unless she was the last one; `report` is told
 * of it from 0 to 1.
 */
export async function takeView(order: RadiographOrder, report: Report): Promise<TakenView> {
  const { view } = order;
  const { phantom, tissue, biopsy } = patientOf(order);
  report(grown);
  const radiograph = await takeRadiograph(phantom, view, {
    tissue: tissue(),
    ...(isOfSpecimen(view) && { biopsy: biopsy() }),
    onProgress: (done) => report(grown + (1 - grown) * done),
    // Between steps the child hears that its parent is gone, and looks at its memory.
    breathe: () => setImmediate(),
  });
  return { ...radiograph, faults: proveView(phantom, radiograph.truth) };
}
