/** The full screen for one element. Some phones have none for anything but films. */

/** Whether the browser can show an element on the full screen. */
export function fullScreenPossible(): boolean {
  return document.fullscreenEnabled === true;
}

/** Whether it is this element that fills the screen. */
export function fillsScreen(element: HTMLElement): boolean {
  return document.fullscreenElement === element;
}

/** Fills the screen with the element, or leaves. A refusal by the browser changes nothing. */
export async function toggleFullScreen(element: HTMLElement): Promise<void> {
  try {
    await (fillsScreen(element) ? document.exitFullscreen() : element.requestFullscreen());
  } catch {
    // The browser has said no, for instance inside a frame; the page goes on as it was.
  }
}
