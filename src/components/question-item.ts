import { getCollection, getEntry } from 'astro:content';
import {
  caseAddress,
  chapterAddress,
  descriptorAddress,
  referenceAddress,
} from '../atlas/address.ts';
import { viewId } from '../atlas/case.ts';
import type { CaseRecord } from '../atlas/case.ts';
import type { Question } from '../atlas/question.ts';
import type { Item } from '../quiz/item.ts';
import { type BankItem, bankOf, type Pages, writtenItem } from '../quiz/bank/bank.ts';
import { printedReferences } from './printed-references.ts';
import { type ShownView, shownView } from './shown-view.ts';

/** A question as a page needs it: what may be shown, its sealed key, and the picture if it has one. */
export interface PageQuestion {
  readonly item: Item;
  readonly shown?: ShownView;
}

/** Makes the item of a question of the collection. Throws where there is none of that name. */
export async function questionOf(id: string): Promise<PageQuestion> {
  const entry = await getEntry('questions', id);
  if (!entry) throw new Error(`There is no question ${id} to ask.`);
  const { data } = entry;
  const item = await itemOf(id, data);
  if (data.kind !== 'picture') return { item };
  const record = await getEntry('cases', data.case);
  const view = record?.data.views.find((each) => viewId(each) === data.view);
  if (!record || !view) throw new Error(`The question ${id} asks for a view that is not there.`);
  return { item, shown: await shownView(record, view) };
}

/** The item of a question as somebody wrote it, or as a lesson asks it. */
export const itemOf = async (id: string, data: Question): Promise<Item> =>
  writtenItem(id, data, await caseRecords(), await itemPages());

let made: Promise<BankItem[]> | undefined;

/** All items, written ones in the order of the chapters that teach them. */
export function allItems(): Promise<BankItem[]> {
  // While authoring the content changes; a site that is printed has one.
  if (import.meta.env.DEV) return makeAll();
  made ??= makeAll();
  return made;
}

async function makeAll(): Promise<BankItem[]> {
  const [cases, questions, chapters] = await Promise.all([
    getCollection('cases'),
    getCollection('questions'),
    getCollection('chapters'),
  ]);
  const place = new Map(chapters.map(({ id, data }) => [id, data.order]));
  const order = (chapter = '') => place.get(chapter) ?? Infinity;
  questions.sort((a, b) => order(a.data.chapter) - order(b.data.chapter) || (a.id < b.id ? -1 : 1));
  return bankOf({ cases, questions }, await itemPages());
}

const caseRecords = async (): Promise<Map<string, CaseRecord>> =>
  new Map((await getCollection('cases')).map(({ id, data }) => [id, data]));

async function itemPages(): Promise<Pages> {
  const [printed, chapters] = await Promise.all([printedReferences(), getCollection('chapters')]);
  const titles = new Map(chapters.map(({ id, data }) => [id, data.title]));
  return {
    chapter(id) {
      const label = titles.get(id);
      return label === undefined ? undefined : { label, href: chapterAddress(id) };
    },
    term: (kind, id) => descriptorAddress(id, kind),
    case: caseAddress,
    reference: (key) => ({ label: printed.get(key)?.short ?? key, href: referenceAddress(key) }),
  };
}
