/** The picture itself: OpenSeadragon, told in fields and actions instead of its own coordinates. */
import OpenSeadragon from 'openseadragon';
import type { PictureAction } from './action.ts';
import { createDrawing } from './drawing.ts';
import type { Extent, Field } from './field.ts';
import { asTaken, liesOnItsSide, type Orientation } from './orientation.ts';
import { type PictureListener, listenTo } from './picture-listener.ts';
import type { SlideSetting } from './settings.ts';
import type { Sight } from './sight.ts';

/** A live picture. It ends with the signal that it was made with. */
export interface Picture {
  /** The element that takes the focus, the keys and the gestures. */
  readonly region: HTMLElement;
  readonly image: Extent;
  /** For what nothing here tells. */
  readonly drawing: OpenSeadragon.Viewer;
  /** The field on the screen at this moment, also in the middle of a movement. */
  field(): Field;
  /** How much larger the image is now than where all of it just fits. */
  zoom(): number;
  /** Image pixels under one CSS pixel, in every direction. */
  imagePxPerScreenPx(): number;
  orientation(): Orientation;
  /** Lays the picture otherwise, at once; its centre stays where it is. */
  orient(orientation: Orientation): void;
  /** What can still be done from here. */
  limits(): { zoomIn: boolean; zoomOut: boolean };
  /** Shows a field at once, without a movement. */
  show(field: Omit<Field, 'heightPx'>): void;
  /** Shows all of the image at once, without a movement. */
  showWhole(): void;
  /** One pixel of the image on one of the screen. */
  showPixels(): void;
  /** Sets a slide otherwise: another depth, another place of the stage. Of what is no slide, nothing. */
  set(setting: SlideSetting): void;
  act(action: PictureAction): void;
  /** Asks again for the tiles that failed. What is on the screen stays. */
  retryTiles(): void;
  /** Another picture of the same, in another frame; it ends with this one. */
  twin(around: HTMLElement, hears: PictureListener): Picture;
  /** Whether the plain wheel and one finger scroll the page past the picture. */
  scrollsPage(scrolls: boolean): void;
}

const zoomStep = 1.5;
const panShare = 0.15;

/** Builds the picture in `frame`. Throws where the browser has no canvas. `calm`: without motion. */
export function createPicture(
  frame: HTMLElement,
  first: Sight,
  options: { calm: boolean; signal: AbortSignal },
  listener: PictureListener,
): Picture {
  let sight = first;
  let orientation = asTaken;
  const viewer = createDrawing(frame, sight, options);
  sight.follow(viewer, listener.rendering);
  const retryTiles = listenTo(viewer, listener);
  const { viewport } = viewer;

  const act: Record<PictureAction, () => void> = {
    'zoom-in': () => viewport.zoomBy(zoomStep),
    'zoom-out': () => viewport.zoomBy(1 / zoomStep),
    whole: () => viewport.goHome(),
    'pan-left': () => pan(-1, 0),
    'pan-right': () => pan(1, 0),
    'pan-up': () => pan(0, -1),
    'pan-down': () => pan(0, 1),
  };

  function pan(right: number, down: number): void {
    const size = viewport.getContainerSize();
    // OpenSeadragon reckons with the turn by itself, and not with the mirror.
    const across = orientation.mirrored ? -right : right;
    const pixels = new OpenSeadragon.Point(across * size.x, down * size.y).times(panShare);
    viewport.panBy(viewport.deltaPointsFromPixels(pixels));
  }

  function orient(next: Orientation): void {
    if (next === orientation) return;
    const stays = isWhole;
    orientation = next;
    viewport.setRotation(next.turnDeg, true);
    viewport.setFlip(next.mirrored);
    if (stays) viewport.goHome(true);
    // Of a mirror OpenSeadragon tells nobody, and what lies over the picture must follow.
    listener.move();
  }

  const zoom = () => viewport.getZoom(true) / viewport.getHomeZoom();
  const imagePxPerScreenPx = () =>
    sight.widthPx / (viewport.getZoom(true) * viewport.getContainerSize().x);

  // Enlarged to two screen pixels and more, a pixel is shown as the square that it is.
  let smooth = true;
  let [isWhole, isResized] = [true, false];
  viewer.addHandler('after-resize', () => (isResized = true));
  viewer.addHandler('viewport-change', () => {
    const wanted = imagePxPerScreenPx() > OpenSeadragon.pixelDensityRatio / 2;
    if (wanted !== smooth) viewer.drawer.setImageSmoothingEnabled(wanted);
    smooth = wanted;
    // What was shown whole is so in a frame of another size, too.
    if (isResized && isWhole) viewport.goHome(true);
    else isWhole = Math.abs(zoom() - 1) < 0.01;
    isResized = false;
  });

  function set(setting: SlideSetting): void {
    const next = sight.set?.(setting);
    if (!next) return;
    sight.end();
    sight = next;
    const fresh = new Set<unknown>();
    const { layers } = sight;
    for (const tileSource of layers)
      viewer.addTiledImage({
        tileSource,
        // The old ones go last: where there is nothing, OpenSeadragon would show the whole image anew.
        success(event) {
          fresh.add((event as unknown as { item: unknown }).item);
          const { world } = viewer;
          if (fresh.size < layers.length) return;
          for (let at = world.getItemCount() - 1; at >= 0; at--)
            if (!fresh.has(world.getItemAt(at))) world.removeItem(world.getItemAt(at));
        },
      });
    sight.follow(viewer, listener.rendering);
  }

  return {
    region: viewer.canvas,
    image: first,
    drawing: viewer,
    imagePxPerScreenPx,
    field() {
      const centre = viewport.getCenter(true);
      const frameSize = viewport.getContainerSize();
      const [across, down] = liesOnItsSide(orientation)
        ? [frameSize.y, frameSize.x]
        : [frameSize.x, frameSize.y];
      return {
        // One unit of OpenSeadragon's viewport is the width of the image, in both directions.
        centreXPx: centre.x * sight.widthPx,
        centreYPx: centre.y * sight.widthPx,
        widthPx: across * imagePxPerScreenPx(),
        heightPx: down * imagePxPerScreenPx(),
      };
    },
    zoom,
    orientation: () => orientation,
    orient,
    limits: () => ({
      zoomIn: viewport.getZoom() < viewport.getMaxZoom() * 0.999,
      zoomOut: viewport.getZoom() > viewport.getMinZoom() * 1.001,
    }),
    show({ centreXPx, centreYPx, widthPx }) {
      const centre = new OpenSeadragon.Point(centreXPx, centreYPx).divide(sight.widthPx);
      const { x: width, y: height } = viewport.getContainerSize();
      const acrossPx = liesOnItsSide(orientation) ? (widthPx * width) / height : widthPx;
      viewport.zoomTo(sight.widthPx / acrossPx, undefined, true);
      viewport.panTo(centre, true);
      // Also if the frame changes before this is drawn.
      isWhole = false;
    },
    showWhole: () => void viewport.goHome(true),
    showPixels() {
      // Reckoned here: OpenSeadragon's own reckoning holds for a single layer only.
      const acrossPx = viewport.getContainerSize().x * OpenSeadragon.pixelDensityRatio;
      viewport.zoomTo(sight.widthPx / acrossPx);
      viewport.applyConstraints();
    },
    act(action) {
      act[action]();
      viewport.applyConstraints();
    },
    set,
    retryTiles,
    twin: (around, hears) => createPicture(around, sight, options, hears),
    scrollsPage: (scrolls) => void viewer.setCooperativeGestures(scrolls),
  };
}
