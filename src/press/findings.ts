/** What becomes of the specks in the view of a pyramid: the files below `findings/`. Node only. */
import { readFile } from 'node:fs/promises';
import { finestPitchUm, type SectionTruth } from '../microscopy/index.ts';
import type { PyramidCache, PyramidJob } from '../pyramid/index.ts';
import type { ViewTruth } from '../radiography/index.ts';
import { isSlideOrder, type ViewOrder } from '../simulation/index.ts';
import { traceOfRadiograph, traceOfSection, type ViewTrace } from '../trace/index.ts';

/**
 * Reads the findings of a finished pyramid as the text of their file; undefined where nobody knows
 * them, as of an image from outside.
 */
export async function findingsOf(
  { source, id }: Pick<PyramidJob, 'source' | 'id'>,
  cache: Pick<PyramidCache, 'truthPath'>,
): Promise<string | undefined> {
  if (source.kind !== 'rendered') return undefined;
  const truth: unknown = JSON.parse(await readFile(cache.truthPath(id), 'utf8'));
  return JSON.stringify(traceOf(source.order as ViewOrder, truth));
}

const traceOf = (order: ViewOrder, truth: unknown): ViewTrace =>
  isSlideOrder(order)
    ? traceOfSection(truth as SectionTruth, order.view, finestPitchUm)
    : traceOfRadiograph(truth as ViewTruth);
