import { dirname, join, resolve } from 'node:path';
import {
  type CaseRecord,
  type CaseView,
  isImageView,
  isSimulated,
  type SimulatedCase,
  sectionOf,
  viewId,
} from '../atlas/case.ts';
import { type Identity, identify } from '../pyramid/identity.ts';
import type { PyramidSource } from '../pyramid/source.ts';
import {
  isRadiograph,
  isSlide,
  simulatedSource,
  type Stop,
  type ViewOrder,
} from '../simulation/index.ts';

/** Where images that were made once are kept. */
export const cacheDir = () => resolve(process.env.ATLAS_CACHE ?? '.cache');

/** What the pyramid of a view is made from; `root` is the content folder that the case belongs to. */
export async function sourceOf(
  root: string,
  record: CaseRecord,
  view: CaseView,
): Promise<PyramidSource> {
  if (isSimulated(record))
    return simulatedSource(orderOf(record, view), cacheDir(), slideStops(record, view));
  if (!isImageView(view)) throw new Error(`The view ${view.kind} has no image file.`);
  return { kind: 'file', path: join(root, view.image), window: view.window };
}

/** Where the story of a case stops in a slide as it lies: not in another section, nor with the stage turned. */
function slideStops(record: SimulatedCase, view: CaseView): readonly Stop[] {
  if (!isSlide(view.kind)) return [];
  return (record.story ?? [])
    .filter(({ depthUm, stageDeg }) => depthUm === undefined && stageDeg === undefined)
    .flatMap(({ places }) => places.filter((place) => place.view === viewId(view)))
    .map(({ xMm, yMm, widthMm }) => ({ xMm, yMm, widthMm }));
}

/** What is ordered of the patient of a case for one of its views. */
export function orderOf(record: SimulatedCase, view: CaseView): ViewOrder {
  const { recipe, biopsy } = record;
  const { kind, polars } = view;
  if (isRadiograph(kind)) return { recipe, biopsy, view: kind };
  const section = sectionOf(record, view);
  if (!isSlide(kind) || !section) throw new Error(`A ${kind} cannot be simulated.`);
  return { recipe, biopsy, view: kind, section, ...(polars && { polars }) };
}

/** The pyramid of a view of a case: its id and its size. `filePath` is that of the case record. */
export async function pictureOf(
  entry: { data: CaseRecord; filePath?: string | undefined },
  view: CaseView,
): Promise<Identity> {
  const root = dirname(dirname(resolve(entry.filePath ?? 'content/cases/record.yaml')));
  return identify(await sourceOf(root, entry.data, view), cacheDir());
}
