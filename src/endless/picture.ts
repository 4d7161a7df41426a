/** A fresh radiograph in a viewer, with its calcifications marked once the answer is given. */
import type { ViewTruth } from '../radiography/truth/view-truth.ts';
import { traceOfRadiograph } from '../trace/trace-of.ts';
import { marksOf } from '../viewer/bench/trace/mark.ts';
import { createOverlay } from '../viewer/bench/trace/overlay.ts';
import { AtlasViewer } from '../viewer/element.ts';
import type { Picture } from '../viewer/picture.ts';
import type { Taken } from './supply.ts';

/** The picture of a case in the page. */
export interface CasePicture {
  /** Shows where the calcifications are, or hides it. */
  mark(on: boolean): void;
}

/** Puts the viewer of a case into `holder`. */
export function showCase(holder: HTMLElement, { radiograph }: Taken, name: string): CasePicture {
  const { raster, window, truth } = radiograph;
  const viewer = new AtlasViewer();
  Object.assign(viewer.dataset, {
    view: 'fresh',
    name,
    umPerPixel: String(truth.umPerPixel),
  });
  const overlay = createOverlay();
  overlay.element.hidden = true;
  let live: { picture: Picture; frame: HTMLElement } | undefined;
  const draw = () => {
    if (!live || overlay.element.hidden) return;
    overlay.draw(
      {
        field: live.picture.field(),
        imagePxPerScreenPx: live.picture.imagePxPerScreenPx(),
        widthPx: live.frame.clientWidth,
        heightPx: live.frame.clientHeight,
      },
      { marks: marksIn(truth), chosen: null, pointed: null },
    );
  };
  viewer.seat = {
    image: { ...raster, window },
    asked: () => undefined,
    setting: () => ({}),
    opened(picture, frame) {
      live = { picture, frame };
      frame.append(overlay.element);
      draw();
    },
    moved: draw,
    settled() {},
  };
  const badge = document.createElement('span');
  badge.className = 'viewer-badge';
  badge.textContent = 'Simulated';
  viewer.append(badge);
  holder.replaceChildren(viewer);
  return {
    mark(on) {
      overlay.element.hidden = !on;
      draw();
    },
  };
}

const marksIn = (truth: ViewTruth) => marksOf(traceOfRadiograph(truth));
