/** Draws the scale bar over the lower left corner of the picture. */
import { scaleBar } from './scale-bar.ts';
import { scaleLabel, words } from './words.ts';

/** The drawn bar; it follows the zoom. */
export interface ScaleDisplay {
  readonly element: HTMLElement;
  /** Takes the image pixels under one CSS pixel, and the width of the frame in CSS pixels. */
  show(imagePxPerScreenPx: number, frameWidthPx: number): void;
}

const longestPx = 160;
const longestShare = 0.4;
/** On a wide screen a bar of these pixels would be too short to be seen from afar. */
const wideShare = 1 / 8;

/** Builds the bar, or the sentence that there is no scale. */
export function createScaleDisplay(
  atDetector: boolean,
  umPerPixel: number | undefined,
): ScaleDisplay {
  const element = document.createElement('p');
  element.className = 'viewer-scale';
  const label = document.createElement('span');
  if (!umPerPixel) {
    label.textContent = words.noScale;
    element.append(label);
    return { element, show: () => {} };
  }
  const bar = document.createElement('span');
  bar.className = 'viewer-scale-bar';
  element.append(bar, label);
  return {
    element,
    show(imagePxPerScreenPx, frameWidthPx) {
      const roundPx = Math.max(longestPx, frameWidthPx * wideShare);
      const maxWidthPx = Math.min(roundPx, frameWidthPx * longestShare);
      const found = scaleBar(imagePxPerScreenPx * umPerPixel, maxWidthPx);
      element.hidden = !found;
      if (!found) return;
      bar.style.width = `${found.widthPx}px`;
      // As of the toolbar's readout: letters that are put in anew are laid out anew.
      const text = scaleLabel(found.label, atDetector);
      if (label.textContent !== text) label.textContent = text;
    },
  };
}
