import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type CollectionName, collectionNames, localCollections, shelves } from './collection.ts';
import { type ContentDocument, type FieldPath, parseMdx, parseYaml } from './document.ts';
import { ledgerPath } from './ledger-path.ts';
import type { Problem } from './problem.ts';

/** One entry as it stands in a file, not yet checked. */
export interface RawEntry {
  collection: CollectionName;
  id: string;
  file: string;
  /** The content folder that the entry belongs to; its images lie below it. */
  root: string;
  data: unknown;
  document: ContentDocument;
  /** The line of one of the entry's fields. */
  lineOf(path: FieldPath): number;
}

/** The folders that content is read from: the book's own and the department's own, if there is one. */
export function contentRoots(project: string = process.cwd()): { book: string; local: string } {
  return {
    book: resolve(project, 'content'),
    local: resolve(project, process.env.ATLAS_LOCAL ?? 'local'),
  };
}

/** Reads all entries of the given collections, or of all. Files that do not parse become problems. */
export async function readEntries(
  names: readonly CollectionName[] = collectionNames,
  roots: { book: string; local: string } = contentRoots(),
): Promise<{ entries: RawEntry[]; problems: Problem[] }> {
  const entries: RawEntry[] = [];
  const problems: Problem[] = [];
  for (const collection of names) {
    for (const root of [roots.book, roots.local]) {
      if (root === roots.local && !localCollections.includes(collection)) continue;
      for (const path of await filesOf(collection, root)) {
        const near = relative(process.cwd(), path);
        const file = near.startsWith('..') ? path : near;
        const text = await readFile(path, 'utf8');
        const document = path.endsWith('.mdx') ? parseMdx(file, text) : parseYaml(file, text);
        problems.push(...document.problems);
        if (document.data !== undefined)
          entries.push(...entriesIn(document, { collection, file, root }));
      }
    }
  }
  return { entries, problems: [...problems, ...twins(entries)] };
}

async function filesOf(collection: CollectionName, root: string): Promise<string[]> {
  const shelf = shelves[collection];
  const [folder, wanted] =
    'book' in shelf
      ? [root, (name: string) => name === shelf.book]
      : [
          join(root, shelf.folder),
          (name: string) => name.endsWith(shelf.ending) && `${shelf.folder}/${name}` !== ledgerPath,
        ];
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter(wanted)
    .sort()
    .map((name) => join(folder, name));
}

function entriesIn(
  document: ContentDocument,
  place: Pick<RawEntry, 'collection' | 'file' | 'root'>,
): RawEntry[] {
  const shelf = shelves[place.collection];
  const entry = (id: string, data: unknown, path: FieldPath): RawEntry => ({
    ...place,
    id,
    data,
    document,
    lineOf: (field) => document.lineOf([...path, ...field]),
  });
  if (!('book' in shelf)) {
    const id = place.file.slice(place.file.lastIndexOf('/') + 1, -shelf.ending.length);
    return [entry(id, document.data, [])];
  }
  return Array.isArray(document.data)
    ? document.data.map((data, index) => entry(String(data?.id ?? index + 1), data, [index]))
    : Object.entries(document.data ?? {}).map(([id, data]) => entry(id, data, [id]));
}

/** Entries of one collection that share an id, within a file or between the two folders. */
function twins(entries: readonly RawEntry[]): Problem[] {
  const first = new Map<string, RawEntry>();
  return entries.flatMap((entry) => {
    const key = `${entry.collection}/${entry.id}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, entry);
      return [];
    }
    const message = `\`${entry.id}\` is already taken by ${other.file}:${other.lineOf([])}; give this one another name.`;
    return [{ file: entry.file, line: entry.lineOf([]), message }];
  });
}
