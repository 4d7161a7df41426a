/** The line in a pane that says what became of the speck that is followed, and the way to it. */
import { button } from '../button.ts';
import type { Fate } from './fate.ts';
import { nameOf, words } from './words.ts';

/** The note of a pane. */
export interface Note {
  readonly element: HTMLElement;
  /** Nothing where no speck is followed; `far` where it lies in the image but out of the frame. */
  show(speck: number | null, fate: Fate | undefined, far: boolean): void;
}

/** Builds the note. It keeps its room, so that the picture under it stays where it is. */
export function createNote(title: string, go: () => void): Note {
  const element = document.createElement('div');
  element.className = 'trace-note';
  const text = document.createElement('p');
  const there = button(words.here, { onPress: go });
  there.setAttribute('aria-label', `${words.here}: ${title}`);
  element.append(text, there);
  let shown = '';
  return {
    element,
    show(speck, fate, far) {
      if (there.hidden === far) there.hidden = !far;
      const sentence = speck === null || !fate ? '' : `${nameOf(speck)}. ${fate.sentence}`;
      if (sentence === shown) return;
      shown = sentence;
      element.dataset.standing = fate?.standing ?? '';
      text.textContent = sentence;
    },
  };
}
