import { type CollectionEntry, getCollection } from 'astro:content';
import { citedBy } from '../atlas/citations.ts';
import { readProse } from '../atlas/mentions.ts';
import { type TermPage, termPage } from '../atlas/term-page.ts';
import { factSources, sectionsOf } from './term-facts.ts';

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
    if (target === 'morphology') return factSources(termPage(id));
    const table = tables.find((other) => other.collection === target && other.id === id);
    return table ? citedBy(table).map(({ key }) => key) : [];
  });
  const terms = mentions.filter(({ target }) => target === 'glossary').map(({ id }) => id);
  return { references, terms: [...new Set(terms)] };
}

/** The table of likelihoods that has a column for a term, and that column; undefined for other kinds. */
export function likelihoodOf(
  { kind, term }: TermPage,
  tables: readonly Table[],
): { table: CollectionEntry<'evidence'>; column: string } | undefined {
  // Studies count round and punctate particles together.
  const column = term.id === 'round' ? 'punctate' : term.id;
  const table = tables.find(({ id }) => id === `${kind}-risk`);
  const known =
    table?.collection === 'evidence' && table.data.columns.some(({ id }) => id === column);
  return known ? { table, column } : undefined;
}

/** The references of a term's page in the order in which it cites them, with repetitions. */
export function termReferences(
  page: TermPage,
  entry: CollectionEntry<'descriptors'> | undefined,
  tables: readonly Table[],
): string[] {
  const likelihood = likelihoodOf(page, tables);
  const studies = likelihood?.table.data.studies ?? [];
  return [
    ...factSources(page),
    ...(entry ? mentionsOf(entry, tables).references : []),
    ...studies.filter(({ figures }) => figures[likelihood?.column ?? '']).map(({ cite }) => cite),
    ...sectionsOf(page).flatMap(({ statements }) => statements.flatMap(({ sources }) => sources)),
  ];
}
