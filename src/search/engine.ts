import { type Kind, filterFor } from './kind.ts';

/** A place found: a page, or a heading on it. The excerpt is Pagefind's: see `readExcerpt`. */
export interface Place {
  title: string;
  url: string;
  excerpt: string;
}

export interface Found extends Place {
  kind: string;
  /** Headings of the page that were found, the best first. */
  headings: Place[];
}

export interface Answer {
  total: number;
  /** The number of pages of each kind, whatever the filter. */
  totals: Record<string, number>;
  /** Loads the pages from one place of the ranking to another. */
  load: (from: number, to: number) => Promise<Found[]>;
}

/** The parts of Pagefind that are used here. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<object>;
  search(
    words: string,
    options: { filters: object },
  ): Promise<{
    results: { data(): Promise<Fragment> }[];
    totalFilters: { kind?: Record<string, number> };
  }>;
}

interface Fragment {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: Place[];
}

/** The index was not there: the pages were not indexed, or the file could not be fetched. */
export class NoIndex extends Error {}

let loading: Promise<Pagefind> | undefined;

/** Loads the search engine that lies below `base`. Throws NoIndex where it is missing. */
export function loadEngine(base: string): Promise<Pagefind> {
  loading ??= start(base).catch((cause: unknown) => {
    loading = undefined;
    throw new NoIndex('The search index could not be loaded.', { cause });
  });
  return loading;
}

async function start(base: string): Promise<Pagefind> {
  const bundle = `${base}pagefind/pagefind.js`;
  const engine = (await import(/* @vite-ignore */ bundle)) as Pagefind;
  await engine.options({ baseUrl: base, excerptLength: 28 });
  await engine.init();
  // Once the filters are known, answers come with the number of pages of each kind.
  await engine.filters();
  return engine;
}

/** Searches the atlas for `words` among pages of the `chosen` kinds, or of all where none is chosen. */
export async function search(
  base: string,
  words: string,
  chosen: readonly Kind[],
): Promise<Answer> {
  const engine = await loadEngine(base);
  const { results, totalFilters } = await engine.search(words, { filters: filterFor(chosen) });
  return {
    total: results.length,
    totals: totalFilters.kind ?? {},
    load: async (from, to) =>
      Promise.all(results.slice(from, to).map(async (result) => found(await result.data()))),
  };
}

function found({ url, excerpt, meta, sub_results }: Fragment): Found {
  return {
    url,
    excerpt,
    title: meta.title ?? url,
    kind: meta.kind ?? '',
    headings: sub_results.filter((heading) => heading.url !== url).slice(0, 3),
  };
}
