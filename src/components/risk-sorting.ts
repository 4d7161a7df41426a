const nextOrder: Record<string, string> = { none: 'descending', descending: 'ascending' };

/**
 * Makes the heading buttons of a table sort its rows: highest first, then lowest first, then as
 * printed. Rows without a value stay last.
 */
export function bindSorting(table: HTMLTableElement): void {
  const body = table.querySelector('tbody');
  const printed = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const headings = [...table.querySelectorAll('thead th')];
  headings.forEach((heading, column) => {
    heading.querySelector('button')?.addEventListener('click', () => {
      const order = nextOrder[heading.getAttribute('aria-sort') ?? ''] ?? 'none';
      for (const other of table.querySelectorAll('[aria-sort]'))
        other.setAttribute('aria-sort', other === heading ? order : 'none');
      const direction = order === 'ascending' ? 1 : -1;
      body?.append(...(order === 'none' ? printed : sorted(printed, column, direction)));
    });
  });
}

function sorted(rows: readonly HTMLTableRowElement[], column: number, direction: 1 | -1) {
  const value = (row: HTMLTableRowElement) => {
    const percent = row.children[column]?.getAttribute('data-value');
    return percent ? direction * Number(percent) : Infinity;
  };
  return [...rows].sort((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
}
