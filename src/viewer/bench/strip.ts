/** The strip of a case: all its views in the order of the work-up, each a button with its still. */
import type { Offer } from './templates.ts';

/** The strip in the page. */
export interface Strip {
  readonly element: HTMLElement;
  /** Marks the views that are open and the one that the reader has turned to. */
  show(open: readonly string[], active: string | undefined): void;
  /** Fetches the stills: after the picture that is looked at. */
  fill(): void;
}

/** Builds the strip; `choose` hears the id of a view that is asked for. */
export function createStrip(offers: readonly Offer[], choose: (id: string) => void): Strip {
  const element = document.createElement('ol');
  element.className = 'bench-strip';
  element.setAttribute('aria-label', 'Views in the order of the work-up');
  const buttons = offers.map((offer) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.title = offer.title;
    const image = document.createElement('img');
    image.decoding = 'async';
    image.alt = '';
    image.width = offer.widthPx;
    image.height = offer.heightPx;
    const name = document.createElement('span');
    name.textContent = offer.short;
    button.append(image, name);
    button.addEventListener('click', () => choose(offer.id));
    item.append(button);
    element.append(item);
    return [offer, button, image] as const;
  });
  return {
    element,
    show(open, active) {
      for (const [{ id }, button] of buttons) {
        button.setAttribute('aria-pressed', String(open.includes(id)));
        if (id === active) button.setAttribute('aria-current', 'true');
        else button.removeAttribute('aria-current');
      }
    },
    fill() {
      for (const [{ still }, , image] of buttons) if (!image.src) image.src = still;
    },
  };
}
