/** The features of the field in words, in step with the picture: the way to them without a pointer. */
import { tissueFeatures } from '../../../lexicon/index.ts';
import type { FeatureName } from '../../../microscopy/truth/feature.ts';
import { button } from '../button.ts';
import { explained } from './card.ts';
import type { Kind } from './kinds.ts';
import { colourOf } from './marks.ts';
import { words } from './words.ts';

/** What a reader can ask of it. */
export interface ListListener {
  /** The features of a kind are to be marked, or no more. */
  mark(name: FeatureName, wanted: boolean): void;
  /** The next feature of a kind. */
  next(name: FeatureName): void;
}

/** The list in the page. */
export interface List {
  readonly element: HTMLElement;
  show(kinds: readonly Kind[], isMarked: (kind: Kind) => boolean): void;
  /** Tells how it stands, with what can be done about it. */
  say(sentence: string, name?: string, act?: () => void): void;
}

/** Builds the list. */
export function createList(listener: ListListener): List {
  const element = document.createElement('section');
  element.className = 'trace tissue';
  element.setAttribute('aria-label', words.panel);
  const title = document.createElement('h2');
  title.textContent = words.panel;
  const lead = document.createElement('p');
  lead.textContent = words.lead;
  const state = document.createElement('p');
  state.setAttribute('role', 'status');
  const items = document.createElement('ul');
  element.append(title, lead, state, items);
  let listed = new Map<FeatureName, HTMLButtonElement>();

  function itemOf({ name, features }: Kind): HTMLElement {
    const { label, plural } = tissueFeatures[name];
    const item = document.createElement('li');
    const mark = button(label, {
      pressed: false,
      onPress: () => listener.mark(name, mark.getAttribute('aria-pressed') !== 'true'),
    });
    const swatch = document.createElement('span');
    swatch.className = 'tissue-swatch';
    swatch.style.borderColor = colourOf(name);
    const count = features.length;
    mark.replaceChildren(swatch, count > 1 ? `${plural}, ${count}` : label);
    mark.setAttribute('aria-label', words.mark(mark.textContent ?? label));
    const next = button(words.next, { onPress: () => listener.next(name) });
    next.setAttribute('aria-label', words.nextOf(label));
    const head = document.createElement('div');
    head.append(mark, next);
    item.append(head, ...explained(name));
    listed.set(name, mark);
    return item;
  }

  return {
    element,
    show(kinds, isMarked) {
      const same = kinds.length === listed.size && kinds.every(({ name }) => listed.has(name));
      const key = kinds.map(({ name, features }) => `${name} ${features.length}`).join();
      if (!same || key !== items.dataset.key) {
        const focused = [...listed].find(([, each]) => each === document.activeElement)?.[0];
        listed = new Map();
        items.replaceChildren(...kinds.map(itemOf));
        items.dataset.key = key;
        if (focused) listed.get(focused)?.focus({ preventScroll: true });
      }
      for (const kind of kinds)
        listed.get(kind.name)?.setAttribute('aria-pressed', String(isMarked(kind)));
    },
    say(sentence, name, act) {
      state.textContent = sentence;
      if (name && act) state.append(' ', button(name, { onPress: act }));
    },
  };
}
