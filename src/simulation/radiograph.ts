/** Takes a view of a simulated patient: what the children do. */
import { setImmediate } from 'node:timers/promises';
import type { Report } from '../machine/index.ts';
import { growPhantom, takeBiopsy } from '../phantom/index.ts';
import { isOfSpecimen, type Radiograph, takeRadiograph } from '../radiography/index.ts';
import type { ViewOrder } from './order.ts';

/** The part of the work that is done when the patient is grown. */
const grown = 0.1;

/** Grows the patient of an order and takes the view; `report` is told of it from 0 to 1. */
export async function takeView(
  { recipe, biopsy, view }: ViewOrder,
  report: Report,
): Promise<Radiograph> {
  const phantom = growPhantom(recipe);
  report(grown);
  return takeRadiograph(phantom, view, {
    ...(isOfSpecimen(view) && { biopsy: takeBiopsy(phantom, biopsy) }),
    onProgress: (done) => report(grown + (1 - grown) * done),
    // Between steps the child hears that its parent is gone, and looks at its memory.
    breathe: () => setImmediate(),
  });
}
