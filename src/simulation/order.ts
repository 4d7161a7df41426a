import { createHash } from 'node:crypto';
import type { SlideOrder } from '../microscopy/index.ts';
import type { readBiopsy, Recipe } from '../phantom/index.ts';
import { isOfSpecimen, type RadiographId } from '../radiography/index.ts';
import { rendererDigest } from './code-digest.ts';
import { isSlide, type SlideId } from './takeable.ts';

/** What a simulated patient is made from: the fields of a case. */
export interface PatientOrder {
  readonly recipe: Recipe;
  readonly biopsy?: ReturnType<typeof readBiopsy> | undefined;
}

/** A radiograph of a simulated patient: all that its pixels hang on, besides the code. */
export interface RadiographOrder extends PatientOrder {
  readonly view: RadiographId;
}

/** A slide of what was taken from her. */
export interface SlideViewOrder extends PatientOrder {
  readonly view: SlideId;
  readonly section: { readonly depthUm: number; readonly stain?: unknown };
  readonly polars?: unknown;
}

/** One view of a simulated patient. */
export type ViewOrder = RadiographOrder | SlideViewOrder;

/** Whether a slide is ordered. */
export const isSlideOrder = (order: ViewOrder): order is SlideViewOrder => isSlide(order.view);

/** The slide of an order, as the microscope takes it. */
export function slideOf({ recipe, biopsy, view, section, polars }: SlideViewOrder): SlideOrder {
  return {
    recipe,
    biopsy,
    depthUm: section.depthUm,
    ...(section.stain !== undefined && { stain: section.stain }),
    ...(view === 'polarised' && { polars: polars ?? {} }),
  };
}

/** A digest of what is ordered and of the code that makes it. */
export function orderDigest(order: PatientOrder | ViewOrder): string {
  const slide = 'view' in order && isSlideOrder(order);
  // The cores are taken out after the mammograms: these do not hang on the needle.
  const isBefore = 'view' in order && !slide && !isOfSpecimen(order.view);
  return digestOf(
    isBefore ? { ...order, biopsy: undefined } : order,
    rendererDigest(slide ? 'slide' : 'radiograph'),
  );
}

/** A digest of the section that a slide shows: the same for those that differ in their light. */
export const sectionDigest = ({ recipe, biopsy, section }: SlideViewOrder): string =>
  digestOf({ recipe, biopsy, section }, rendererDigest('slide'));

const digestOf = (data: unknown, code: string): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(data)))
    .update(code)
    .digest('hex');

/** The same data with the fields of every object in one order, however they were written. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
