/** The list of keys and gestures, shown on demand. */
import { helpLines } from './words.ts';

let count = 0;

/** The hidden list, with an id that is unique on the page. */
export function createHelp(): HTMLElement {
  const list = document.createElement('dl');
  for (const [keys, meaning] of helpLines) {
    const term = document.createElement('dt');
    term.textContent = keys;
    const description = document.createElement('dd');
    description.textContent = meaning;
    list.append(term, description);
  }
  const help = document.createElement('div');
  help.className = 'viewer-help';
  help.id = `viewer-help-${++count}`;
  help.hidden = true;
  help.append(list);
  return help;
}
