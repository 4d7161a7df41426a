import {
  assessments,
  distributions,
  lesions,
  minerals,
  morphologies,
  type TermOfKind,
} from '../lexicon/index.ts';

/** The kinds of term that have a page each. */
export type PagedKind = Exclude<keyof TermOfKind, 'view'>;

/** A term with the name of its page. */
export type TermPage = {
  [Kind in PagedKind]: { kind: Kind; term: TermOfKind[Kind]; slug: string };
}[PagedKind];

/** The name of a term's page; those of categories would be bare numbers. */
export const termSlug = (kind: PagedKind, id: string): string =>
  kind === 'assessment' ? `category-${id}` : id;

/** All terms that have a page, by kind and in the order of the lexicon. */
export const termPages: readonly TermPage[] = [
  ...morphologies.map((term) => ({ kind: 'morphology' as const, term, slug: term.id })),
  ...distributions.map((term) => ({ kind: 'distribution' as const, term, slug: term.id })),
  ...assessments.map((term) => ({
    kind: 'assessment' as const,
    term,
    slug: termSlug('assessment', term.id),
  })),
  ...minerals.map((term) => ({ kind: 'mineral' as const, term, slug: term.id })),
  ...lesions.map((term) => ({ kind: 'lesion' as const, term, slug: term.id })),
];

/** The page of a name. Throws where there is none: the check has seen to it that there is. */
export function termPage(slug: string): TermPage {
  const found = termPages.find((page) => page.slug === slug);
  if (!found) throw new Error(`No term of the lexicon has a page named \`${slug}\`.`);
  return found;
}
