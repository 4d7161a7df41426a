/** Where the choice is kept; `layouts/theme.js` reads it before the first paint. */
const key = 'atlas:theme';

/** Binds the radio buttons named `theme` to the light of the page and to the reader's storage. */
export function bindThemeSwitch(root: HTMLElement): void {
  const switches = root.querySelectorAll<HTMLInputElement>('input[name="theme"]');
  const chosen = document.documentElement.dataset.theme ?? 'system';
  for (const input of switches) {
    input.checked = input.value === chosen;
    input.addEventListener('change', () => setTheme(input.value));
  }
}

function setTheme(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice holds for this page.
  }
}
