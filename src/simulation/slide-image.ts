/** Renders a slide at one level into a picture file, strip by strip: what the children do. */
import { setImmediate } from 'node:timers/promises';
import type { Report } from '../machine/index.ts';
import { type Light, openSlides, renderTwins, type Slide } from '../microscopy/index.ts';
import { slideOf, type SlideViewOrder } from './order.ts';
import { biopsiedOf } from './patient.ts';
import { openStrips } from './strips.ts';

/** The level of the overview, 4 µm a pixel: what is finer is rendered when somebody looks at it. */
export const overviewLevel = 4;

/** A square of pixels that is rendered at a time: what it takes of memory is small beside the scene. */
const squarePx = 256;

/** The size of a slide at a level; whole, as slides are padded for it. */
export function sizeAt(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  level: number,
): { widthPx: number; heightPx: number } {
  return { widthPx: widthPx / 2 ** level, heightPx: heightPx / 2 ** level };
}

/** The slides of one section, which differ in their polars only. */
export interface Twins {
  readonly slide: Slide;
  readonly settings: readonly Light['polars'][];
}

/** Opens the slides of one section, which takes some seconds. */
export function openTwins(orders: readonly [SlideViewOrder, ...SlideViewOrder[]]): Twins {
  const open = openSlides(biopsiedOf);
  const slide = open(slideOf(orders[0]));
  return { slide, settings: orders.map((order) => open(slideOf(order)).light.polars) };
}

/** Renders slides of one section at a level, each into a new TIFF file; `report` is told from 0 to 1. */
export async function renderSlides(
  { slide, settings }: Twins,
  paths: readonly string[],
  level: number,
  report: Report,
): Promise<void> {
  const { scene, light } = slide;
  const { widthPx, heightPx } = sizeAt(slide, level);
  await using files = new AsyncDisposableStack();
  const writers = await Promise.all(
    paths.map(async (path) =>
      files.use(await openStrips(path, { widthPx, heightPx, rowsPerStrip: squarePx })),
    ),
  );
  for (let row = 0; row < heightPx; row += squarePx) {
    const height = Math.min(squarePx, heightPx - row);
    const strips = writers.map(() => new Uint8Array(3 * widthPx * height));
    for (let column = 0; column < widthPx; column += squarePx) {
      const width = Math.min(squarePx, widthPx - column);
      const place = { level, column, row, widthPx: width, heightPx: height };
      for (const [n, rgba] of renderTwins(scene, place, light, settings).entries())
        copySquare(rgba, width, strips[n] as Uint8Array, widthPx, column);
      report((row * widthPx + column * height) / (widthPx * heightPx));
      // Between squares the child hears that its parent is gone, and looks at its memory.
      await setImmediate();
    }
    await Promise.all(writers.map((writer, n) => writer.append(strips[n] as Uint8Array)));
  }
}

/** Copies the colours of an RGBA square into a strip of RGB, from a column on. */
function copySquare(
  rgba: Uint8ClampedArray,
  width: number,
  strip: Uint8Array,
  stripWidth: number,
  column: number,
): void {
  for (let from = 0, y = 0; from < rgba.length; y++) {
    for (let x = 0, to = 3 * (y * stripWidth + column); x < width; x++, from += 4) {
      strip[to++] = rgba[from] as number;
      strip[to++] = rgba[from + 1] as number;
      strip[to++] = rgba[from + 2] as number;
    }
  }
}
