/** The order of the gallery: cases that look alike stand together. Pure. */
import type { CaseRecord } from '../atlas/case.ts';
import { distributionIds, morphologyIds } from '../lexicon/index.ts';
import { valuesOf } from './facets.ts';

/** By the first shape and arrangement that their findings name, in the order of the lexicon, then by title. */
export function inGalleryOrder<Entry extends { readonly data: CaseRecord }>(
  entries: readonly Entry[],
): Entry[] {
  const ranked = entries.map((entry) => {
    const { morphology, distribution } = valuesOf(entry.data);
    const rank = [
      // A plate of several shapes comes before all.
      morphology.length > 1 ? -1 : placeOf(morphologyIds, morphology[0]),
      placeOf(distributionIds, distribution[0]),
    ] as const;
    return { entry, rank };
  });
  ranked.sort(
    (a, b) =>
      a.rank[0] - b.rank[0] ||
      a.rank[1] - b.rank[1] ||
      a.entry.data.title.localeCompare(b.entry.data.title, 'en'),
  );
  return ranked.map(({ entry }) => entry);
}

function placeOf(ids: readonly string[], id: string | undefined): number {
  const at = id === undefined ? -1 : ids.indexOf(id);
  return at < 0 ? ids.length : at;
}
