/** The image region: named for assistive technology, and moved by keys while it has the focus. */
import type { PictureAction } from './action.ts';
import { actionForKey } from './keys.ts';
import { words } from './words.ts';

/**
 * Gives the region its role, its name and its keys. It is an application, so that screen readers pass
 * the arrow keys on; there is nothing to read in it. `descriptionId` names the text alternative.
 */
export function prepareRegion(
  region: HTMLElement,
  name: string,
  descriptionId: string | undefined,
  act: (action: PictureAction) => void,
): void {
  region.setAttribute('role', 'application');
  region.setAttribute('aria-roledescription', words.region);
  region.setAttribute('aria-label', name);
  if (descriptionId) region.setAttribute('aria-describedby', descriptionId);
  // The focus that comes with a press needs no ring; browsers show one, since a script sets it.
  region.addEventListener('pointerdown', () => {
    region.dataset.pressed = '';
  });
  region.addEventListener('blur', () => delete region.dataset.pressed);
  region.addEventListener('keydown', (event) => {
    delete region.dataset.pressed;
    const action = actionForKey(event);
    if (!action) return;
    event.preventDefault();
    act(action);
  });
}
