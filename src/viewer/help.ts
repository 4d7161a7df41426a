/** The list of keys and gestures; fetched when a reader first asks for it. */

/** The keys, buttons or gestures, and what they do. */
const helpLines: readonly (readonly [string, string])[] = [
  ['← → ↑ ↓', 'Move the image, once it has the focus'],
  ['+ −', 'Zoom in and out'],
  ['0 or Home', 'Whole image'],
  ['m', 'Mark the calcifications, or hide the marks, where there are any'],
  ['Drag', 'Move the image (with two fingers on a touch screen)'],
  ['Ctrl or ⌘ and wheel, pinch, double click', 'Zoom at that place'],
  ['Esc', 'Leave full screen'],
];

/** The list as it is shown. */
export function helpList(): HTMLElement {
  const list = document.createElement('dl');
  for (const [keys, meaning] of helpLines) {
    const term = document.createElement('dt');
    term.textContent = keys;
    const description = document.createElement('dd');
    description.textContent = meaning;
    list.append(term, description);
  }
  return list;
}
