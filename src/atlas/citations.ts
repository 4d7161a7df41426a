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
  stops?: { references?: string[] }[];
}

/**
 * The references that the fields of an entry cite, in the order in which they are shown:
 * `references: […]`, `cite` of the studies of a table and of the cells of a comparison, and the
 * `references` of the stops of a lesson.
 */
export function citedBy(entry: { data: unknown }): Citation[] {
  const {
    references = [],
    studies = [],
    columns = [],
    rows = [],
    stops = [],
  } = entry.data as Citing;
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
    ...stops.flatMap(({ references: keys = [] }, stop) =>
      keys.map((key, index) => ({ key, path: ['stops', stop, 'references', index] })),
    ),
  ];
}
