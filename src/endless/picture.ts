/** A fresh radiograph in a viewer, with its calcifications marked once the answer is given. */
import { markedViewer } from '../quiz/picture/marked-viewer.ts';
import { traceOfRadiograph } from '../trace/trace-of.ts';
import { AtlasViewer } from '../viewer/element.ts';
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
  const marked = markedViewer(viewer, { image: { ...raster, window } });
  const badge = document.createElement('span');
  badge.className = 'viewer-badge';
  badge.textContent = 'Simulated';
  viewer.append(badge);
  holder.replaceChildren(viewer);
  const trace = traceOfRadiograph(truth);
  return { mark: (on) => marked.reveal(on ? trace : undefined) };
}
