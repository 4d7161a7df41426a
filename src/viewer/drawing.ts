/** How OpenSeadragon is set up: what it draws with, which of its own habits are switched off. */
import OpenSeadragon from 'openseadragon';
import type { Sight } from './sight.ts';

/**
 * An OpenSeadragon viewer of a sight in `frame`, without controls and keys of its own, until
 * `signal` aborts. `calm` means without motion. Throws where the browser has no canvas.
 */
export function createDrawing(
  frame: HTMLElement,
  sight: Sight,
  { calm, signal }: { calm: boolean; signal: AbortSignal },
): OpenSeadragon.Viewer {
  keepFocusRing();
  const viewer = OpenSeadragon({
    element: frame,
    tileSources: [...sight.layers],
    // Drawn by the processor: browsers limit how many WebGL contexts a page of viewers may hold.
    drawer: 'canvas',
    // Shrinks tiles to no less than half: always sharp, and never enough to lose a speck between pixels.
    minPixelRatio: 0.5,
    showNavigationControl: false,
    keyboardNavEnabled: false,
    cooperativeGestures: true,
    minZoomImageRatio: 1,
    maxZoomPixelRatio: 4,
    animationTime: calm ? 0 : 0.5,
    zoomPerScroll: 1.25,
    imageLoaderLimit: 6,
    // A host without Range requests sends the whole file before the first tile.
    timeout: 120_000,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true, flickEnabled: false },
    gestureSettingsTouch: { flickEnabled: !calm },
    ...sight.options,
  });
  signal.addEventListener('abort', () => viewer.destroy());
  return viewer;
}

/**
 * OpenSeadragon adds a style sheet that takes the focus ring away on touch screens, unless it finds
 * its mark on an element of that name. An element of no namespace bears the mark and styles nothing:
 * the ring stays, and a strict Content-Security-Policy has nothing to refuse.
 */
function keepFocusRing(): void {
  const mark = 'data-openseadragon-mobile-css';
  if (document.querySelector(`style[${mark}]`)) return;
  const inert = document.createElementNS(null, 'style');
  inert.setAttribute(mark, '');
  document.head.append(inert);
}
