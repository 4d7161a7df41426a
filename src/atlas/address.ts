import type { ViewOfCase } from './example-views.ts';
import { type PagedKind, termSlug } from './term-page.ts';

/** The address of a page or file of the site from its path below the root, with the base in front. */
export function address(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

export const chapterAddress = (id: string) => address(`chapters/${id}/`);
export const caseAddress = (id: string) => address(`cases/${id}/`);
/** A lesson, or one of its pages. */
export const lessonAddress = (id: string, part?: 'stage' | 'presenter' | 'handout' | 'answers') =>
  address(`lessons/${id}/${part ? `${part}/` : ''}`);
/** Two views side by side. */
export const compareAddress = (...views: readonly ViewOfCase[]) =>
  address(`compare/?panes=${views.map((each) => `${each.case}.${each.view}`).join(',')}`);
/** The page of a term; a morphology's if no kind is named. */
export const descriptorAddress = (id: string, kind: PagedKind = 'morphology') =>
  address(`descriptors/${termSlug(kind, id)}/`);
export const referenceAddress = (key: string) => address(`references/#${key}`);
export const glossaryAddress = (id: string) => address(`glossary/#${id}`);
export const pyramidAddress = (id: string) => address(`pyramids/${id}.szi`);
/** What is true of a view, fetched only when a reader asks for it. */
export const findingsAddress = (id: string) => address(`findings/${id}.json`);
export const stillAddress = (id: string) => address(`pyramids/${id}.jpg`);
