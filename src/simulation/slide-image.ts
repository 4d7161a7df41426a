/** Renders a slide at one level into a picture file, strip by strip: what the children do. */
import { setImmediate } from 'node:timers/promises';
import type { Report } from '../machine/index.ts';
import {
  openSlides,
  pitchOf,
  renderTile,
  type SectionTruth,
  sectionTruth,
} from '../microscopy/index.ts';
import { slideOf, type SlideViewOrder } from './order.ts';
import { writeStrips } from './strips.ts';

/** The level of the overview, 16 µm a pixel: what is finer is rendered when somebody looks at it. */
export const overviewLevel = 6;

/** A square of pixels that is rendered at a time: as much as a chunk of the scene has. */
const squarePx = 512;

/** The part of the work that is done when the patient is grown. */
const grown = 0.1;

/** The size of a slide at a level; whole, as slides are padded for it. */
export function sizeAt(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  level: number,
): { widthPx: number; heightPx: number } {
  return { widthPx: widthPx / 2 ** level, heightPx: heightPx / 2 ** level };
}

/** Renders the slide of an order at a level into a new TIFF file; `report` is told from 0 to 1. */
export async function renderSlide(
  order: SlideViewOrder,
  level: number,
  path: string,
  report: Report,
): Promise<{ readonly truth: SectionTruth; readonly umPerPixel: number }> {
  const slide = openSlides()(slideOf(order));
  report(grown);
  const { widthPx, heightPx } = sizeAt(slide, level);
  async function* strips(): AsyncGenerator<Uint8Array> {
    for (let row = 0; row < heightPx; row += squarePx) {
      const height = Math.min(squarePx, heightPx - row);
      const strip = new Uint8Array(3 * widthPx * height);
      for (let column = 0; column < widthPx; column += squarePx) {
        const width = Math.min(squarePx, widthPx - column);
        const place = { level, column, row, widthPx: width, heightPx: height };
        const rgba = renderTile(slide.scene, place, slide.light);
        for (let y = 0; y < height; y++) {
          for (let x = 0, from = 4 * y * width, to = 3 * (y * widthPx + column); x < width; x++) {
            strip[to++] = rgba[from++] as number;
            strip[to++] = rgba[from++] as number;
            strip[to++] = rgba[from++] as number;
            from++;
          }
        }
        report(grown + ((1 - grown) * (row * widthPx + column * height)) / (widthPx * heightPx));
        // Between squares the child hears that its parent is gone, and looks at its memory.
        await setImmediate();
      }
      yield strip;
    }
  }
  await writeStrips(path, { widthPx, heightPx, rowsPerStrip: squarePx }, strips());
  return { truth: sectionTruth(slide.scene.section), umPerPixel: pitchOf(level) };
}
