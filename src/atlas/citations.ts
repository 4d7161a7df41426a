/** One use of a reference in a record: its key and the field where it stands. */
export interface Citation {
  key: string;
  path: PropertyKey[];
}

interface Citing {
  references?: string[];
  studies?: { cite: string }[];
  columns?: { id: string }[];
  rows?: { cells?: Record<string, { cite?: string[] }> }[];
}

/**
 * The references that the fields of an entry cite, in the order in which they are shown:
 * `references: […]`, `cite` of the studies of a table, and `cite` of the cells of a comparison.
 */
export function citedBy(entry: { data: unknown }): Citation[] {
  const { references = [], studies = [], columns = [], rows = [] } = entry.data as Citing;
  return [
    ...references.map((key, index) => ({ key, path: ['references', index] })),
    ...studies.map(({ cite }, index) => ({ key: cite, path: ['studies', index, 'cite'] })),
    ...rows.flatMap(({ cells }, row) =>
      columns.flatMap(({ id }) =>
        (cells?.[id]?.cite ?? []).map((key, index) => ({
          key,
          path: ['rows', row, 'cells', id, 'cite', index],
        })),
      ),
    ),
  ];
}
