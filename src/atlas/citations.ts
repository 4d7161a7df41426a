/** One use of a reference in a record: its key and the field where it stands. */
export interface Citation {
  key: string;
  path: PropertyKey[];
}

/** The references that the fields of an entry cite: `references: […]`, and `cite` of table rows. */
export function citedBy(entry: { data: unknown }): Citation[] {
  const { references = [], studies = [] } = entry.data as {
    references?: string[];
    studies?: { cite: string }[];
  };
  return [
    ...references.map((key, index) => ({ key, path: ['references', index] })),
    ...studies.map(({ cite }, index) => ({ key: cite, path: ['studies', index, 'cite'] })),
  ];
}
