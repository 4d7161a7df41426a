/** The record of a case as YAML text: a new one, or one more view in one that exists. */
import {
  type Document,
  isMap,
  isSeq,
  parseDocument,
  Document as YamlDocument,
  type YAMLMap,
} from 'yaml';
import type { ViewKindId } from '../lexicon/index.ts';

/** A view as its record has it. `image` is a path below the content folder. */
export interface ViewEntry {
  readonly id: string;
  readonly kind: ViewKindId;
  readonly title: string;
  readonly image: string;
  readonly umPerPixel: number;
  readonly description: string;
  readonly window?: { readonly low: number; readonly high: number } | undefined;
}

/** Where a case comes from. */
export interface Origin {
  readonly source: string;
  readonly licence: string;
  readonly url?: string | undefined;
  /** The day, as 2026-01-31. */
  readonly importedOn: string;
}

/** What a case has before its first view: the rest is for people to write. */
export interface NewCase {
  readonly title: string;
  readonly summary: string;
  readonly origin: Origin;
}

const layout = { lineWidth: 100 } as const;

/** The record of a new case with its first view. */
export function newRecord({ title, summary, origin }: NewCase, view: ViewEntry): string {
  return new YamlDocument({
    title,
    summary,
    origin: { kind: 'imported', ...present(origin) },
    views: [present(view)],
    findings: [],
    references: [],
  }).toString(layout);
}

/**
 * The record with one more view; comments and everything else stay. A view of the same id is an
 * error unless it is to be replaced, and so is another source or licence, since a case has one
 * origin. `file` names the record in sentences.
 */
export function withView(
  record: string,
  file: string,
  view: ViewEntry,
  origin: Origin,
  replace: boolean,
): string {
  const document = parseDocument(record);
  const [fault] = document.errors;
  if (fault)
    throw new Error(`${file} is not valid YAML; mend it first. ${firstLine(fault.message)}`);
  checkOrigin(document, file, origin);
  const views = document.get('views');
  if (!isSeq(views)) throw new Error(`${file} has no list of views; mend it first.`);
  const known = views.items.find((item): item is YAMLMap => isMap(item) && idOf(item) === view.id);
  if (known && !replace) {
    throw new Error(
      `The case already has a view "${view.id}" (${file}). Give --view-id to add another, or --replace.`,
    );
  }
  if (!known) {
    views.add(document.createNode(present(view)));
    return document.toString(layout);
  }
  for (const [key, value] of Object.entries(present(view))) {
    known.set(key, document.createNode(value));
  }
  if (!view.window) known.delete('window');
  return document.toString(layout);
}

/** The words that a record has for one of its views; undefined where it has no such view. */
export function wordsOf(
  record: string,
  id: string,
): Partial<Pick<ViewEntry, 'title' | 'description'>> | undefined {
  const views = parseDocument(record).get('views');
  const view = isSeq(views) && views.items.find((item) => isMap(item) && idOf(item) === id);
  return isMap(view) ? (view.toJSON() as Partial<ViewEntry>) : undefined;
}

function checkOrigin(document: Document, file: string, { source, licence }: Origin): void {
  const wanted = { source, licence };
  for (const [field, value] of Object.entries(wanted)) {
    const found = document.getIn(['origin', field]);
    if (found === value) continue;
    throw new Error(
      `${file} gives the ${field} as "${found}", this import as "${value}"; a case has one origin. Use another case id, or the same words.`,
    );
  }
}

function idOf(view: YAMLMap): unknown {
  return view.get('id') ?? view.get('kind');
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
