import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { morphologyIds } from '../lexicon/index.ts';
import { pictureFaults } from './asked-picture.ts';
import { type CaseRecord, viewId } from './case.ts';
import { type CollectionName, type EntryData, shelves } from './collection.ts';
import { citedBy } from './citations.ts';
import { contentRoots, type RawEntry, readEntries } from './folder.ts';
import { identifier } from './field.ts';
import { claimProblems, ledgerOf } from './ledger.ts';
import { ledgerPath } from './ledger-path.ts';
import { lessonFaults, lessonSources, type LessonSources } from './lesson-faults.ts';
import { recipeFaults } from './recipe-faults.ts';
import { type Mention, readProse } from './mentions.ts';
import type { Problem } from './problem.ts';
import { sentence, unknownWord } from './sentence.ts';

/** An entry whose fields have been checked against the schema of its collection. */
export interface CheckedEntry<Name extends CollectionName = CollectionName> extends RawEntry {
  collection: Name;
  data: EntryData<Name>;
}

/**
 * Reads all content and checks it: every file against its schema, every citation, term, case, view,
 * question, table and internal link against what exists, every image file against the disk. Returns
 * the entries that are right and all problems at once, so that an author can mend them in one go.
 */
export async function checkContent(
  roots = contentRoots(),
): Promise<{ entries: CheckedEntry[]; problems: Problem[] }> {
  const { entries: raw, problems } = await readEntries(undefined, roots);
  const entries: CheckedEntry[] = [];
  for (const entry of raw) {
    const faults = fieldProblems(entry);
    problems.push(...faults);
    if (faults.length === 0)
      entries.push({ ...entry, data: shelves[entry.collection].schema.parse(entry.data) });
  }
  const known = knownIds(raw);
  const sources = sourcesOfLessons(entries);
  for (const entry of entries) {
    problems.push(...citationProblems(entry, known), ...proseProblems(entry, known, entries));
    if (isOf(entry, 'chapters')) problems.push(...claimProblems(entry));
    if (isOf(entry, 'cases')) problems.push(...(await imageProblems(entry)));
    if (isOf(entry, 'questions')) problems.push(...questionProblems(entry, known, entries));
    if (isOf(entry, 'lessons')) problems.push(...lessonProblems(entry, sources));
  }
  if (problems.length === 0) problems.push(...(await ledgerProblems(raw, roots.book)));
  return { entries, problems };
}

/** Whether an entry belongs to a collection, for the compiler. */
export function isOf<Name extends CollectionName>(
  entry: CheckedEntry,
  name: Name,
): entry is CheckedEntry<Name> {
  return entry.collection === name;
}

/** The ledger is made, not written: it must say what the text says. Without claims none is needed. */
async function ledgerProblems(entries: readonly RawEntry[], book: string): Promise<Problem[]> {
  const path = join(book, ledgerPath);
  const text = await readFile(path, 'utf8').catch(() => ledgerOf([]));
  if (text === ledgerOf(entries)) return [];
  const message = 'the ledger differs from the text; make it anew with npm run atlas -- claims.';
  return [{ file: path, line: 1, message }];
}

type Known = Record<CollectionName, string[]>;

function knownIds(entries: readonly RawEntry[]): Known {
  const known = Object.fromEntries(Object.keys(shelves).map((name) => [name, [] as string[]]));
  for (const { collection, id } of entries) known[collection]?.push(id);
  return known as Known;
}

function fieldProblems(entry: RawEntry): Problem[] {
  const { schema } = shelves[entry.collection];
  const at = (line: number, message: string) => ({ file: entry.file, line, message });
  const name = identifier.safeParse(entry.id);
  const faults = name.success
    ? []
    : [at(entry.lineOf([]), `the name \`${entry.id}\` ${name.error.issues[0]?.message}.`)];
  const result = schema.safeParse(entry.data);
  const patient = entry.collection === 'cases' ? recipeFaults(entry.data) : [];
  for (const { path, message } of patient) faults.push(at(entry.lineOf(path), message));
  if (!result.success)
    for (const issue of result.error.issues)
      // Of a recipe its own sentences tell more.
      if (!patient.some(({ path }) => path[0] === issue.path[0]))
        faults.push(at(entry.lineOf(issue.path), sentence(issue, schema, entry.data)));
  if (entry.collection === 'descriptors' && result.success) {
    const { term } = result.data as EntryData<'descriptors'>;
    if (term !== entry.id)
      faults.push(at(entry.lineOf(['term']), `the file must be named ${term}.mdx after its term.`));
  }
  return faults;
}

function lookUp(
  entry: RawEntry,
  path: readonly PropertyKey[],
  what: string,
  id: string,
  known: readonly string[],
): Problem[] {
  if (known.includes(id)) return [];
  return [{ file: entry.file, line: entry.lineOf(path), message: missing(what, id, known) }];
}

/** Long lists of what exists help nobody: beyond a dozen only the near miss is named. */
function missing(what: string, id: string, known: readonly string[]): string {
  const told = unknownWord(id, known);
  const text = known.length > 12 ? told.replace(/ Expected one of .*$/, '') : told;
  return `${what} ${text}`;
}

function citationProblems(entry: CheckedEntry, known: Known): Problem[] {
  return citedBy(entry).flatMap(({ key, path }) =>
    lookUp(entry, path, 'the reference', key, known.references),
  );
}

async function imageProblems(entry: CheckedEntry<'cases'>): Promise<Problem[]> {
  const checks = entry.data.views.map(async ({ image }, index) => {
    if (image === undefined) return [];
    const path = join(entry.root, image);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return [];
    const message = `the image file ${image} is not in ${entry.root}; put it there or import it.`;
    return [{ file: entry.file, line: entry.lineOf(['views', index, 'image']), message }];
  });
  return (await Promise.all(checks)).flat();
}

function questionProblems(
  entry: CheckedEntry<'questions'>,
  known: Known,
  entries: readonly CheckedEntry[],
): Problem[] {
  const { data } = entry;
  const found = data.chapter
    ? lookUp(entry, ['chapter'], 'chapter', data.chapter, known.chapters)
    : [];
  if (data.kind !== 'picture') return found;
  found.push(...lookUp(entry, ['case'], 'the case', data.case, known.cases));
  const record = entries.find(({ collection, id }) => collection === 'cases' && id === data.case);
  if (!record) return found;
  return [
    ...found,
    ...pictureFaults(data, record.data as CaseRecord).map(({ path, message }) => ({
      file: entry.file,
      line: entry.lineOf(path),
      message,
    })),
  ];
}

function lessonProblems(entry: CheckedEntry<'lessons'>, sources: LessonSources): Problem[] {
  return lessonFaults(entry.data, sources).map(({ path, message }) => ({
    file: entry.file,
    line: entry.lineOf(path),
    message,
  }));
}

/** All that lessons may name, by id. */
function sourcesOfLessons(entries: readonly CheckedEntry[]): LessonSources {
  const named = <Name extends 'cases' | 'questions'>(name: Name) =>
    new Map(
      entries.flatMap((entry) => (isOf(entry, name) ? [[entry.id, entry.data] as const] : [])),
    );
  return lessonSources(named('cases'), named('questions'));
}

const words: Record<Exclude<Mention['target'], 'link'>, string> = {
  references: 'the reference',
  glossary: 'the glossary term',
  cases: 'the case',
  questions: 'the question',
  evidence: 'the table',
  comparisons: 'the comparison',
  morphology: 'the morphology term',
};

function proseProblems(
  entry: CheckedEntry,
  known: Known,
  entries: readonly CheckedEntry[],
): Problem[] {
  const { body, bodyLine } = entry.document;
  if (body === '') return [];
  const { mentions, mistakes } = readProse(body, bodyLine);
  const problem = (line: number, message: string) => ({ file: entry.file, line, message });
  const found = mistakes.map(({ line, message }) => problem(line, message));
  for (const { target, id, view, line } of mentions) {
    if (target === 'link') {
      const dead = deadLink(id, known);
      if (dead) found.push(problem(line, dead));
      continue;
    }
    const ids: readonly string[] = target === 'morphology' ? morphologyIds : known[target];
    if (!ids.includes(id)) found.push(problem(line, missing(words[target], id, ids)));
    const record = entries.find((other) => other.collection === 'cases' && other.id === id);
    if (target === 'cases' && record && view) {
      const views = (record.data as CaseRecord).views.map(viewId);
      if (!views.includes(view))
        found.push(problem(line, missing(`the view of the case \`${id}\``, view, views)));
    }
  }
  return found;
}

/** A sentence if an internal link leads to an entry that does not exist. */
function deadLink(url: string, known: Known): string | undefined {
  if (/^(https?:|mailto:|#)/.test(url)) return undefined;
  const match = /^\/([a-z]+)\/(?:#?([^/#]+)\/?)?(?:#.*)?$/.exec(url);
  if (url !== '/' && !match)
    return `the link ${url} must begin with / and end with / (or #place), such as /chapters/x/.`;
  const [, folder = '', id] = match ?? [];
  const ids = known[folder as CollectionName];
  if (!ids || !id || ids.includes(id)) return undefined;
  return `the link ${url} leads nowhere: ${missing(`the page`, id, ids)}`;
}
