/** A button of the bench: words, or an icon with a name. */
import { createIcon, type IconName } from '../icons.ts';

/** What a button shows and does. */
export interface ButtonOptions {
  readonly icon?: IconName;
  readonly title?: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** Builds it. A button that is not available stays in place and focusable: see `allow`. */
export function button(name: string, options: ButtonOptions): HTMLButtonElement {
  const { icon, title, pressed, onPress } = options;
  const element = document.createElement('button');
  element.type = 'button';
  if (icon) {
    element.setAttribute('aria-label', name);
    element.append(createIcon(icon));
  } else element.textContent = name;
  if (icon || title) element.title = title ?? name;
  if (pressed !== undefined) element.setAttribute('aria-pressed', String(pressed));
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') onPress();
  });
  return element;
}

/** Says whether a button can be used now, and if not, why. */
export function allow(element: HTMLButtonElement, allowed: boolean, why: string): void {
  element.setAttribute('aria-disabled', String(!allowed));
  if (allowed) element.removeAttribute('title');
  else element.title = why;
}
