/** The kinds of page that can be searched, as the pages name them, in the order of the filters. */
export const kinds = {
  chapter: 'Chapters',
  descriptor: 'Descriptors',
  case: 'Cases',
  lesson: 'Lessons',
  evidence: 'Evidence and pathway',
  glossary: 'Glossary',
  reference: 'References',
} as const;

export type Kind = keyof typeof kinds;

/** Pagefind's filter for pages of any of these kinds; none chosen means all. */
export function filterFor(chosen: readonly Kind[]): { kind?: { any: readonly Kind[] } } {
  return chosen.length > 0 ? { kind: { any: chosen } } : {};
}
