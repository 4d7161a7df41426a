/** What the page tells the viewer through its data attributes. */

import { opened } from '../atlas/sealed.ts';
import type { SlideOrder } from '../microscopy/index.ts';
import type { Seat } from './seat.ts';

/** What the finer levels of a simulated slide are rendered from, and its size at the finest. */
export interface SlideData {
  readonly order: SlideOrder;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The deepest section that can be cut from its block. */
  readonly deepestUm: number;
}

/** How a reader sets a slide: what she leaves alone is as the page has it. */
export interface SlideSetting {
  readonly depthUm?: number | undefined;
  /** How far the stage is turned between polars. */
  readonly stageDeg?: number | undefined;
}

/** The attributes of `<atlas-viewer>`, read and checked. */
export interface Settings {
  /** Address of the SZI file; empty where the seat brings the image. */
  readonly pyramid: string;
  /** Unique on the page; names this viewer in a link. */
  readonly view: string;
  /** Accessible name of the image. */
  readonly name: string;
  /** Whether lengths hold at the plane of the detector, not in the tissue. */
  readonly atDetector: boolean;
  /** Absent where the image has no known physical scale. */
  readonly umPerPixel?: number;
  /** Of a simulated slide. */
  readonly slide?: SlideData;
}

/**
 * Reads `element.dataset`. Throws where the view or the name is missing, or the address, unless the seat
 * brings an image of its own.
 */
export function readSettings(
  data: Readonly<Record<string, string | undefined>>,
  seat?: Pick<Seat, 'image'>,
): Settings {
  const required = (key: 'pyramid' | 'view' | 'name') => {
    const value = data[key];
    if (!value) throw new Error(`<atlas-viewer> needs the attribute data-${key}.`);
    return value;
  };
  const umPerPixel = Number(data.umPerPixel);
  return {
    pyramid: seat?.image ? '' : required('pyramid'),
    view: required('view'),
    name: required('name'),
    atDetector: data.atDetector !== undefined,
    ...(umPerPixel > 0 && Number.isFinite(umPerPixel) ? { umPerPixel } : {}),
    ...(data.slide ? { slide: opened(data.slide) as SlideData } : {}),
  };
}

/** A slide as a reader sets it; the same object where nothing is changed. */
export function slideAsSet(slide: SlideData, { depthUm, stageDeg }: SlideSetting): SlideData {
  const { order } = slide;
  const depth = depthUm ?? order.depthUm;
  const stage = stageDeg ?? 0;
  const turned = order.polars !== undefined && stage !== 0;
  if (depth === order.depthUm && !turned) return slide;
  const polars = turned ? { polars: { ...(order.polars as object), stageDeg: stage } } : {};
  return { ...slide, order: { ...order, depthUm: depth, ...polars } };
}
