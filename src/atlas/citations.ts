import type { CollectionName } from './collection.ts';
import { readProse } from './mentions.ts';

/** One use of a reference in a record: its key and the field where it stands. */
export interface Citation {
  key: string;
  path: PropertyKey[];
}

/** The references that the fields of an entry cite: `references: […]`, and `cite` of table rows. */
export function citedBy(entry: { data: unknown }): Citation[] {
  const { references = [], studies = [] } = entry.data as {
    references?: string[];
    studies?: { cite: string }[];
  };
  return [
    ...references.map((key, index) => ({ key, path: ['references', index] })),
    ...studies.map(({ cite }, index) => ({ key: cite, path: ['studies', index, 'cite'] })),
  ];
}

/** An entry as the pages have it: prose collections carry their text in `body`. */
interface PageEntry {
  collection: CollectionName;
  id: string;
  data: unknown;
  body?: string | undefined;
}

/**
 * Keys of the references that an entry leads to, each once, in the order in which a reader meets
 * them: in the prose and in the tables it shows, then in the fields. `tables` are the evidence entries.
 */
export function referencesOf(entry: PageEntry, tables: readonly PageEntry[] = []): string[] {
  const inProse = readProse(entry.body ?? '').mentions.flatMap(({ target, id }) => {
    if (target === 'references') return [id];
    const table = target === 'evidence' && tables.find((candidate) => candidate.id === id);
    return table ? citedBy(table).map(({ key }) => key) : [];
  });
  return [...new Set([...inProse, ...citedBy(entry).map(({ key }) => key)])];
}

/** For every reference, the entries that cite it: what the bibliography links back to. */
export function backLinks<Entry extends PageEntry>(
  entries: readonly Entry[],
  tables: readonly PageEntry[] = [],
): Map<string, Entry[]> {
  const links = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of referencesOf(entry, tables))
      links.set(key, [...(links.get(key) ?? []), entry]);
  return links;
}
