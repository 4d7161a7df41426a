/** A magnifier over the picture: a round window that shows what lies under it three times as large. */
import type { Picture } from '../picture.ts';
import { imagePointAt } from './projection.ts';
import { shownBy } from './shown.ts';

/** The lens of a pane. */
export interface Lens {
  turn(on: boolean): void;
}

const magnification = 3;
const nothing = () => {};

/**
 * Lays a lens over a picture. It follows the pointer, and stands in the middle where there is none, so
 * that the arrow keys move what it shows.
 */
export function createLens(frame: HTMLElement, picture: Picture): Lens {
  const element = document.createElement('div');
  element.className = 'bench-lens';
  element.setAttribute('aria-hidden', 'true');
  frame.append(element);
  let pointer: readonly [xPx: number, yPx: number] | undefined;
  let shown = '';
  frame.addEventListener('pointermove', ({ clientX, clientY }) => {
    const box = frame.getBoundingClientRect();
    pointer = [clientX - box.left, clientY - box.top];
  });
  frame.addEventListener('pointerleave', () => {
    pointer = undefined;
  });
  const under = picture.twin(element, {
    open: follow,
    move: nothing,
    settle: nothing,
    tile: nothing,
    rendering: nothing,
    refuse: nothing,
  });

  /** Looks at every frame where picture and pointer are: both may move at the same time. */
  function follow(): void {
    if (element.hidden || !frame.isConnected) return;
    requestAnimationFrame(follow);
    const now = shownBy(picture, frame);
    const { imagePxPerScreenPx, orientation } = now;
    const at = pointer ?? ([now.widthPx / 2, now.heightPx / 2] as const);
    const [centreXPx, centreYPx] = imagePointAt(now, at);
    const { filter } = picture.region.style;
    const { turnDeg, mirrored } = orientation;
    const seen = [
      ...at,
      centreXPx,
      centreYPx,
      imagePxPerScreenPx,
      turnDeg,
      mirrored,
      filter,
    ].join();
    if (seen === shown) return;
    shown = seen;
    under.orient(orientation);
    element.style.translate = `${at[0]}px ${at[1]}px`;
    element.style.filter = filter;
    const acrossPx = (element.clientWidth * imagePxPerScreenPx) / magnification;
    under.show({ centreXPx, centreYPx, widthPx: acrossPx });
  }

  return {
    turn(on) {
      element.hidden = !on;
      shown = '';
      if (on) follow();
    },
  };
}
