import { getCollection, getEntry } from 'astro:content';
import {
  caseAddress,
  chapterAddress,
  descriptorAddress,
  referenceAddress,
} from '../atlas/address.ts';
import { picturesOf, rightTerm } from '../atlas/asked-picture.ts';
import { viewId } from '../atlas/case.ts';
import type { Question } from '../atlas/question.ts';
import { findTerm } from '../lexicon/index.ts';
import { apart } from '../quiz/apart.ts';
import type { Item, Link } from '../quiz/item.ts';
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
  return pageQuestion(id, entry.data);
}

async function pageQuestion(id: string, data: Question): Promise<PageQuestion> {
  const printed = await printedReferences();
  const sources = data.references.map((key) => ({
    label: printed.get(key)?.short ?? key,
    href: referenceAddress(key),
  }));
  const links: Link[] = [];
  const chapter = data.chapter && (await getEntry('chapters', data.chapter));
  if (chapter) links.push({ label: chapter.data.title, href: chapterAddress(chapter.id) });
  if (data.kind !== 'picture') return { item: apart(id, data, { links, sources }) };

  const record = await getEntry('cases', data.case);
  const view = record?.data.views.find((each) => viewId(each) === data.view);
  if (!record || !view) throw new Error(`The question ${id} asks for a view that is not there.`);
  const term = rightTerm(data, record.data);
  if (term)
    links.unshift({
      label: findTerm(data.asks, term).label,
      href: descriptorAddress(term, data.asks),
    });
  links.push({ label: `the case “${record.data.title}”`, href: caseAddress(record.id) });
  return {
    item: apart(id, data, { links, sources }, record.data),
    shown: await shownView(record, view),
  };
}

/** All written questions, in the order of the chapters that teach them. */
export async function writtenQuestions(): Promise<PageQuestion[]> {
  const chapters = await getCollection('chapters');
  const place = new Map(chapters.map(({ id, data }) => [id, data.order]));
  const entries = await getCollection('questions');
  const order = (chapter = '') => place.get(chapter) ?? Infinity;
  entries.sort((a, b) => order(a.data.chapter) - order(b.data.chapter) || (a.id < b.id ? -1 : 1));
  return Promise.all(entries.map(({ id, data }) => pageQuestion(id, data)));
}

/** The questions that the cases ask by themselves. */
export async function pictureQuestions(): Promise<PageQuestion[]> {
  const cases = await getCollection('cases');
  return Promise.all(
    cases
      .flatMap((entry) => picturesOf(entry.id, entry.data))
      .map(([id, question]) => pageQuestion(id, question)),
  );
}
