const cycles: Record<string, readonly string[]> = {
  descending: ['none', 'descending', 'ascending'],
  ascending: ['none', 'ascending', 'descending'],
};

/**
 * Makes the heading buttons of a table sort its rows by the `data-value` of their cells: greatest
 * first, then least first, then as printed; least first to begin with where the heading has
 * `data-first="ascending"`. Rows without a value stay last.
 */
export function bindSorting(table: HTMLTableElement): void {
  const body = table.querySelector('tbody');
  const printed = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const headings = [...table.querySelectorAll<HTMLElement>('thead th')];
  headings.forEach((heading, column) => {
    heading.querySelector('button')?.addEventListener('click', () => {
      const cycle = cycles[heading.dataset.first ?? 'descending'] ?? [];
      const now = cycle.indexOf(heading.getAttribute('aria-sort') ?? 'none');
      const order = cycle[(now + 1) % cycle.length] ?? 'none';
      for (const other of table.querySelectorAll('[aria-sort]'))
        other.setAttribute('aria-sort', other === heading ? order : 'none');
      const direction = order === 'ascending' ? 1 : -1;
      body?.append(...(order === 'none' ? printed : sorted(printed, column, direction)));
    });
  });
}

function sorted(rows: readonly HTMLTableRowElement[], column: number, direction: 1 | -1) {
  const value = (row: HTMLTableRowElement) => {
    const own = row.children[column]?.getAttribute('data-value');
    return own ? direction * Number(own) : Infinity;
  };
  return [...rows].sort((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
}
