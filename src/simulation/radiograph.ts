/** Takes a view of a simulated patient: what the children do. */
import type { Report } from '../machine/index.ts';
import { growPhantom } from '../phantom/index.ts';
import { type Radiograph, takeRadiograph } from '../radiography/index.ts';
import type { ViewOrder } from './order.ts';
import { isTakeable } from './takeable.ts';

/** The part of the work that is done when the patient is grown. */
const grown = 0.1;

/** Grows the patient of an order and takes the view; `report` is told of it from 0 to 1. */
export async function takeView({ recipe, view }: ViewOrder, report: Report): Promise<Radiograph> {
  if (!isTakeable(view)) throw new Error(`A ${view} cannot be simulated yet.`);
  const phantom = growPhantom(recipe);
  report(grown);
  return takeRadiograph(phantom, view, {
    onProgress: (done) => report(grown + (1 - grown) * done),
  });
}
