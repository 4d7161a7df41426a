/** A short line over the picture that goes away by itself: how to zoom, that a link was copied. */

/** The line. Its element is a polite live region. */
export interface Hint {
  readonly element: HTMLElement;
  show(text: string): void;
}

/** Builds the line; each text stays for `durationMs`. */
export function createHint(durationMs = 2500): Hint {
  const element = document.createElement('p');
  element.className = 'viewer-hint';
  element.setAttribute('role', 'status');
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    show(text) {
      // Repeated while the wheel turns: the same text must not be announced over and over.
      if (element.textContent !== text) element.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        element.textContent = '';
      }, durationMs);
    },
  };
}
