/** Opens the search on its button and on Ctrl K or ⌘ K; its code loads when it is first wanted. */
export function bindSearch(): void {
  const open = async () => {
    const { openSearch } = await import('./dialog.ts');
    openSearch(document.body.dataset.base ?? '/');
  };
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-search-open]')) open();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    open();
  });
}
