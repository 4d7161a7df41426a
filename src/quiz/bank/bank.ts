/** All items of the atlas: those that people wrote, and those that cases and lexicon ask by themselves. Pure. */
import type { CaseRecord } from '../../atlas/case.ts';
import type { Question } from '../../atlas/question.ts';
import { sealed } from '../../atlas/sealed.ts';
import type { PagedKind } from '../../atlas/term-page.ts';
import { findTerm } from '../../lexicon/index.ts';
import { rightTerm } from '../../atlas/asked-picture.ts';
import { apart } from '../apart.ts';
import { type Item, type Key, keyOf, type Link } from '../item.ts';
import type { Listed } from '../test-set.ts';
import { itemsBetweenCases } from './between-cases.ts';
import type { Draft } from './draft.ts';
import type { GroupId } from '../../atlas/question-set.ts';
import { itemsOfCase } from './of-case.ts';
import { itemsOfTerms } from './of-terms.ts';

/** What items are made of. */
export interface Sources {
  readonly cases: readonly { readonly id: string; readonly data: CaseRecord }[];
  readonly questions: readonly { readonly id: string; readonly data: Question }[];
}

/** The pages that an item points to once it is answered. */
export interface Pages {
  chapter(id: string): Link | undefined;
  term(kind: PagedKind, id: string): string;
  case(id: string): string;
  reference(key: string): Link;
}

/** An item and what it can be chosen by. */
export interface BankItem {
  readonly item: Item;
  readonly group: GroupId;
  /** The chapter that teaches it, of a written question. */
  readonly chapter?: string | undefined;
}

/** All items, those of cases first. */
export function bankOf({ cases, questions }: Sources, pages: Pages): BankItem[] {
  const records = new Map(cases.map(({ id, data }) => [id, data]));
  const drafts = [
    ...cases.flatMap(({ id, data }) => itemsOfCase(id, data)),
    ...itemsBetweenCases(cases),
    ...itemsOfTerms(),
  ];
  const made = drafts.map((draft): BankItem => ({
    item: itemOf(draft, records, pages),
    group: draft.group,
  }));
  const written = questions.map(({ id, data }): BankItem => ({
    item: writtenItem(id, data, records, pages),
    group: data.kind === 'picture' ? 'pictures' : 'written',
    chapter: data.chapter,
  }));
  return [...made, ...written];
}

/** The item of a question that somebody wrote. */
export function writtenItem(
  id: string,
  question: Question,
  records: ReadonlyMap<string, CaseRecord>,
  pages: Pages,
): Item {
  const sources = question.references.map(pages.reference);
  const chapter = question.chapter === undefined ? undefined : pages.chapter(question.chapter);
  if (question.kind !== 'picture')
    return apart(id, question, { links: chapter ? [chapter] : [], sources });
  const record = records.get(question.case);
  if (!record) throw new Error(`The question ${id} asks for a case that is not there.`);
  const term = rightTerm(question, record);
  const links = [
    ...(term ? [termLink(pages, question.asks, term)] : []),
    ...(chapter ? [chapter] : []),
    caseLink(pages, question.case, record),
  ];
  return apart(id, question, { links, sources }, record);
}

function itemOf(draft: Draft, records: ReadonlyMap<string, CaseRecord>, pages: Pages): Item {
  const { id, asked, key, explanation, category, term, terms, cases, chapter, references } = draft;
  const links = [
    ...terms.map(([kind, each]) => termLink(pages, kind, each)),
    ...[chapter === undefined ? undefined : pages.chapter(chapter)],
    ...cases.map((each) => {
      const record = records.get(each);
      return record && caseLink(pages, each, record);
    }),
  ].filter((link) => link !== undefined);
  const once = [...new Map(links.map((link) => [link.href, link])).values()];
  const whole = {
    ...key,
    explanation,
    links: once,
    sources: [...new Set(references)].map(pages.reference),
    category,
    ...(term && { term }),
  } as Key;
  return { id, asked, key: sealed(whole) };
}

const termLink = (pages: Pages, kind: PagedKind, id: string): Link => ({
  label: findTerm(kind, id).label,
  href: pages.term(kind, id),
});

const caseLink = (pages: Pages, id: string, { title }: CaseRecord): Link => ({
  label: `the case “${title}”`,
  href: pages.case(id),
});

/** What is known of each item before it is fetched. */
export const listOf = (bank: readonly BankItem[]): Listed[] =>
  bank.map(({ item, group, chapter }) => ({
    id: item.id,
    group,
    category: keyOf(item).category,
    ...(chapter && { chapter }),
  }));

/** Pages that nobody goes to, for what only judges or counts items. */
export const noPages: Pages = {
  chapter: () => undefined,
  term: () => '',
  case: () => '',
  reference: (key) => ({ label: key, href: '' }),
};
