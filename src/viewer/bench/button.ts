/** A button of the bench: words, or an icon with a name. */

const paths = {
  close: 'M6 6l12 12M18 6 6 18',
  greys: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  measure: 'M3 15 15 3l6 6L9 21zM7 11l2 2M10 8l3 3M13 5l2 2',
} as const;

/** What a button shows and does. */
export interface ButtonOptions {
  readonly icon?: keyof typeof paths;
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
    element.append(draw(icon));
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

function draw(icon: keyof typeof paths): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[icon]);
  svg.append(path);
  return svg;
}
