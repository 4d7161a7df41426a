/** What is true of a section that nobody has stored: asked of the microscope. */
import type { SlideData } from '../../settings.ts';
import { joinMicroscope, tellSection } from '../../shared-microscope.ts';
import { traceOfSection, type ViewTrace } from '../../../trace/index.ts';

/** Pixels of slides are given at the finest pitch. */
const umPerPixel = 0.25;
let last: { readonly key: string; readonly truth: ReturnType<typeof tellSection> } | undefined;

/** The trace of the section of a slide at a depth, in one light. Both lights ask the microscope once. */
export async function tellTrace(
  slide: SlideData,
  depthUm: number,
  light: 'histology' | 'polarised',
  signal: AbortSignal,
): Promise<ViewTrace> {
  const { recipe, biopsy } = slide.order;
  const order = { recipe, biopsy, depthUm };
  const key = JSON.stringify(order);
  if (last?.key !== key) {
    joinMicroscope(signal);
    last = { key, truth: tellSection(order, signal) };
    last.truth.catch(() => (last = undefined));
  }
  return traceOfSection(await last.truth, light, umPerPixel);
}
