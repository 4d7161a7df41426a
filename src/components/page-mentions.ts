import type { CollectionEntry } from 'astro:content';
import { readProse } from '../atlas/mentions.ts';
import { findTerm } from '../lexicon/index.ts';
import { entrySources } from './entry-sources.ts';

/** An entry whose text is prose. */
export type ProseEntry = CollectionEntry<'chapters'> | CollectionEntry<'descriptors'>;

/** What the text of a page leads to, in the order of reading; references with repetitions. */
export interface PageMentions {
  references: string[];
  terms: string[];
}

/**
 * Reads what the text of an entry leads to: its own citations, those of the tables and of the
 * lexicon entries that it shows, and the glossary terms, each once.
 */
export function mentionsOf(
  entry: ProseEntry,
  tables: readonly CollectionEntry<'evidence'>[],
): PageMentions {
  const { mentions } = readProse(entry.body ?? '');
  const references = mentions.flatMap(({ target, id }) => {
    if (target === 'references') return [id];
    if (target === 'morphology') return entrySources(findTerm('morphology', id));
    if (target !== 'evidence') return [];
    return tables.find((table) => table.id === id)?.data.studies.map(({ cite }) => cite) ?? [];
  });
  const terms = mentions.filter(({ target }) => target === 'glossary').map(({ id }) => id);
  return { references, terms: [...new Set(terms)] };
}
