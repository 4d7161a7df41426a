import type { PagedKind, TermPage } from '../atlas/term-page.ts';

/** The kinds of term by the names of their lists. */
export const kindNames: Record<PagedKind, string> = {
  morphology: 'Morphology',
  distribution: 'Distribution',
  assessment: 'Assessment',
  mineral: 'Minerals',
  lesion: 'Lesions',
};

/** The heading under which a term stands in the list: morphologies have two. */
export function groupOf(page: TermPage): string {
  if (page.kind !== 'morphology') return kindNames[page.kind];
  return page.term.group === 'suspicious' ? 'Suspicious morphology' : 'Typically benign morphology';
}
