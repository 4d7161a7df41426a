/** The script of the page that checks a copy; classic, and written without its types as the runtime is. */
(() => {
  const sums: Record<string, string> = (globalThis as unknown as { atlasSums: typeof sums })
    .atlasSums;
  const input = document.querySelector('input') as HTMLInputElement;
  const status = document.querySelector('[role=status]') as HTMLElement;
  const list = document.querySelector('ul') as HTMLElement;

  const sumOf = async (file: File) => {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  input.addEventListener('change', async () => {
    const chosen = new Map(
      [...(input.files ?? [])].map((file) => [
        file.webkitRelativePath.split('/').slice(1).join('/'),
        file,
      ]),
    );
    const names = Object.keys(sums);
    // Every folder of the atlas has an index.html.
    if (!names.some((name) => name !== 'index.html' && chosen.has(name))) {
      status.textContent = 'This is another folder. Choose the one that holds this page.';
      list.replaceChildren();
      return;
    }
    const faults: string[] = [];
    for (const [at, name] of names.entries()) {
      if (at % 25 === 0) status.textContent = `${at} of ${names.length} files compared …`;
      const file = chosen.get(name);
      if (!file) faults.push(`${name} is missing`);
      else if ((await sumOf(file)) !== sums[name]) faults.push(`${name} is damaged`);
    }
    status.textContent =
      faults.length === 0
        ? `All ${names.length} files are as they were made.`
        : `${faults.length} of ${names.length} files are not as they were made. Copy the atlas anew.`;
    list.replaceChildren(
      ...faults.map((fault) => Object.assign(document.createElement('li'), { textContent: fault })),
    );
  });
})();
