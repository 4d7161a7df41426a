/**
 * Makes the heading buttons of a table sort its rows: highest first, then lowest first, then as
 * printed. Rows without a value stay last.
 */
export function bindSorting(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const printed = [...body.rows];
  const headings = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  headings.forEach((heading, column) => {
    heading.querySelector('button')?.addEventListener('click', () => {
      const next = { none: 'descending', descending: 'ascending' }[heading.ariaSort ?? ''];
      for (const other of headings) if (other.ariaSort) other.ariaSort = 'none';
      heading.ariaSort = next ?? 'none';
      body.append(...(next ? sorted(printed, column, next === 'ascending' ? 1 : -1) : printed));
    });
  });
}

function sorted(rows: HTMLTableRowElement[], column: number, direction: 1 | -1) {
  const value = (row: HTMLTableRowElement) => {
    const text = row.cells[column]?.dataset['value'];
    return text === undefined ? Infinity : direction * Number(text);
  };
  return [...rows].sort((a, b) => value(a) - value(b));
}
