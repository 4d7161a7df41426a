/** The child process in which one pyramid is made: from a file, or of a view of a simulated patient. */
import { rm, writeFile } from 'node:fs/promises';
import { faultSentence, type Report } from '../machine/index.ts';
import { serveWork } from '../machine/guarded-work.ts';
import { makeFromFile, type MakeJob, makePyramid, type RenderedImage } from '../pyramid/index.ts';
import {
  isSlideOrder,
  type RadiographOrder,
  type SlideViewOrder,
  type ViewOrder,
} from './order.ts';
import { takeView } from './radiograph.ts';
import { overviewLevel, renderSlide } from './slide-image.ts';

/** The part of the work that is done when the radiograph is taken; tiles are quick. */
const taken = 0.94;

serveWork<MakeJob, null>(async ({ source, places, threads }, report) => {
  if (source.kind === 'file') await makeFromFile(source, places, threads);
  else await makeRendered(source, places, threads, report);
  return null;
});

async function makeRendered(
  { order }: RenderedImage,
  ...rest: [places: MakeJob['places'], threads: number, report: Report]
): Promise<void> {
  const view = order as ViewOrder & { readonly level?: number };
  if (isSlideOrder(view)) await makeSlide(view, view.level ?? overviewLevel, ...rest);
  else await makeView(view, ...rest);
}

/** The pixels go by way of a file, so that memory does not grow with the slide. */
async function makeSlide(
  order: SlideViewOrder,
  level: number,
  places: MakeJob['places'],
  threads: number,
  report: Report,
): Promise<void> {
  const pixels = `${places.szi}.tif`;
  try {
    const { truth } = await renderSlide(order, level, pixels, (part) => report(part * taken));
    await makePyramid({ kind: 'file', path: pixels }, places, threads);
    await rm(pixels);
    await writeFile(places.truth, JSON.stringify(truth));
  } catch (error) {
    throw new Error(faultSentence(error, 'the pyramid') ?? String(error), { cause: error });
  }
}

async function makeView(
  order: RadiographOrder,
  places: MakeJob['places'],
  threads: number,
  report: Report,
): Promise<void> {
  const { raster, window, truth, faults } = await takeView(order, (part) => report(part * taken));
  if (faults.length > 0) throw new Error(faults.join(' '));
  const { pixels, widthPx, heightPx } = raster;
  try {
    await makePyramid({ kind: 'grey', pixels, widthPx, heightPx, window }, places, threads);
    await writeFile(places.truth, JSON.stringify(truth));
  } catch (error) {
    throw new Error(faultSentence(error, 'the pyramid') ?? String(error), { cause: error });
  }
}
