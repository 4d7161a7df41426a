/** Which large pictures go into a portable edition; its pages, stills and questions all go in. */

/** What a person asks for; undefined where nothing was said. */
export interface Choice {
  readonly cases?: readonly string[] | undefined;
  readonly chapters?: readonly string[] | undefined;
  readonly maxBytes?: number | undefined;
}

/** The large pictures that a page of the site shows. */
export interface Shown {
  /** `cases/<id>`, `chapters/<id>` or another page. */
  readonly page: string;
  readonly pictures: readonly string[];
}

/**
 * The pictures that go in, of those whose sizes in bytes are given: those of the cases and chapters asked
 * for, or all; one after the other as the pages come, as long as there is room. Throws a sentence where a
 * case or chapter is asked for that is not there.
 */
export function choosePictures(
  { cases, chapters, maxBytes = Number.POSITIVE_INFINITY }: Choice,
  shown: readonly Shown[],
  sizes: ReadonlyMap<string, number>,
  otherBytes: number,
): Set<string> {
  const asked = [
    ...(cases ?? []).map((id) => `cases/${id}`),
    ...(chapters ?? []).map((id) => `chapters/${id}`),
  ];
  const unknown = asked.find((page) => !shown.some((each) => each.page === page));
  if (unknown) {
    const there = shown
      .map(({ page }) => page)
      .filter((page) => page.startsWith(unknown.split('/')[0] ?? ''));
    throw new Error(`There is no ${unknown}. There are: ${there.join(', ')}.`);
  }
  const wanted = new Set(
    asked.length === 0
      ? [...shown.flatMap(({ pictures }) => pictures), ...sizes.keys()]
      : asked.flatMap((page) => shown.find((each) => each.page === page)?.pictures ?? []),
  );
  const chosen = new Set<string>();
  let bytes = otherBytes;
  for (const id of wanted) {
    const size = sizes.get(id);
    if (size === undefined || bytes + size > maxBytes) continue;
    bytes += size;
    chosen.add(id);
  }
  return chosen;
}

/** Reads a size such as `700MB` or `1.5 GB` as bytes. Throws a sentence where it is none. */
export function readSize(text: string): number {
  const [, number = '', unit = ''] = /^\s*([\d.]+)\s*([kmg]?)b?\s*$/i.exec(text) ?? [];
  const bytes = Number(number) * 1000 ** ' kmg'.indexOf(unit.toLowerCase() || ' ');
  if (number === '' || !(bytes > 0))
    throw new Error(`"${text}" is no size; write it as 700MB or 1.5GB.`);
  return bytes;
}
