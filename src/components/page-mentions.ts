import { type CollectionEntry, getCollection } from 'astro:content';
import { citedBy } from '../atlas/citations.ts';
import { readProse } from '../atlas/mentions.ts';
import { findTerm } from '../lexicon/index.ts';
import { entrySources } from './entry-sources.ts';

/** An entry whose text is prose. */
export type ProseEntry = CollectionEntry<'chapters'> | CollectionEntry<'descriptors'>;

/** A table that a text may show. */
export type Table = CollectionEntry<'evidence'> | CollectionEntry<'comparisons'>;

/** All tables. */
export const allTables = async (): Promise<readonly Table[]> => [
  ...(await getCollection('evidence')),
  ...(await getCollection('comparisons')),
];

/** What the text of a page leads to, in the order of reading; references with repetitions. */
export interface PageMentions {
  references: string[];
  terms: string[];
}

/**
 * Reads what the text of an entry leads to: its own citations, those of the tables and of the
 * lexicon entries that it shows, and the glossary terms, each once.
 */
export function mentionsOf(entry: ProseEntry, tables: readonly Table[]): PageMentions {
  const { mentions } = readProse(entry.body ?? '');
  const references = mentions.flatMap(({ target, id }) => {
    if (target === 'references') return [id];
    if (target === 'morphology') return entrySources(findTerm('morphology', id));
    const table = tables.find((other) => other.collection === target && other.id === id);
    return table ? citedBy(table).map(({ key }) => key) : [];
  });
  const terms = mentions.filter(({ target }) => target === 'glossary').map(({ id }) => id);
  return { references, terms: [...new Set(terms)] };
}
