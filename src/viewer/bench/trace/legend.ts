/** What the marks mean: the signs and colours of the minerals, and the lines of what is seen and what is not. */
import { minerals, words } from './words.ts';

/** Builds the key to the marks, to be opened where it is wanted. */
export function createLegend(): HTMLElement {
  const element = document.createElement('details');
  element.className = 'trace-legend';
  const summary = document.createElement('summary');
  summary.textContent = words.legend;
  const list = document.createElement('ul');
  for (const [mineral, { sign, name }] of Object.entries(minerals)) {
    const drawn = document.createElement('span');
    drawn.dataset.mineral = mineral;
    drawn.setAttribute('aria-hidden', 'true');
    drawn.textContent = `${sign} `;
    const item = document.createElement('li');
    item.append(drawn, name);
    list.append(item);
  }
  for (const text of words.lines) {
    const item = document.createElement('li');
    item.textContent = text;
    list.append(item);
  }
  element.append(summary, list);
  return element;
}
