/** Takes a view of a simulated patient: what the children do. */
import { setImmediate } from 'node:timers/promises';
import type { Report } from '../machine/index.ts';
import { growPhantom, takeBiopsy } from '../phantom/index.ts';
import { isOfSpecimen, proveView, type Radiograph, takeRadiograph } from '../radiography/index.ts';
import type { RadiographOrder } from './order.ts';

/** The part of the work that is done when the patient is grown. */
const grown = 0.1;

/** A view that was taken, and what can not be seen in it of what its recipe promises (`proveView`). */
export interface TakenView extends Radiograph {
  readonly faults: readonly string[];
}

/** Grows the patient of an order and takes the view; `report` is told of it from 0 to 1. */
export async function takeView(
  { recipe, biopsy, view }: RadiographOrder,
  report: Report,
): Promise<TakenView> {
  const phantom = growPhantom(recipe);
  report(grown);
  const radiograph = await takeRadiograph(phantom, view, {
    ...(isOfSpecimen(view) && { biopsy: takeBiopsy(phantom, biopsy) }),
    onProgress: (done) => report(grown + (1 - grown) * done),
    // Between steps the child hears that its parent is gone, and looks at its memory.
    breathe: () => setImmediate(),
  });
  return { ...radiograph, faults: proveView(phantom, radiograph.truth) };
}
