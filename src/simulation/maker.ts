/** The child process in which pyramids are made: from a file, or of views of a simulated patient. */
import { rm, writeFile } from 'node:fs/promises';
import { faultSentence, type Report } from '../machine/index.ts';
import { serveWork } from '../machine/guarded-work.ts';
import { sectionTruth } from '../microscopy/index.ts';
import { makeFromFile, type MakeJob, makePyramid } from '../pyramid/index.ts';
import {
  isSlideOrder,
  type RadiographOrder,
  type SlideViewOrder,
  type ViewOrder,
} from './order.ts';
import { takeView } from './radiograph.ts';
import { openTwins, overviewLevel, renderSlides } from './slide-image.ts';
import { renderStops } from './stop-image.ts';
import type { Stop } from './stop-tiles.ts';

/** The part of the work that is done when a radiograph or a slide is taken; tiles are quick. */
const taken = 0.94;
/** The same when a patient's section is opened, and when its overview is rendered. */
const [opened, laid] = [0.1, 0.85];

type Places = MakeJob['images'][number]['places'];

serveWork<MakeJob, null>(async ({ images, threads }, report) => {
  const slides: SlideToMake[] = [];
  for (const { source, places } of images) {
    if (source.kind === 'file') {
      await makeFromFile(source, places, threads);
      continue;
    }
    const order = source.order as ViewOrder;
    if (isSlideOrder(order)) slides.push({ order, places });
    else await makeView(order, places, threads, report);
  }
  if (isSome(slides)) await makeSlides(slides, threads, report);
  return null;
});

interface SlideToMake {
  readonly order: SlideViewOrder & { readonly level?: number; readonly stops?: readonly Stop[] };
  readonly places: Places;
}

const isSome = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

/**
 * Makes slides of one section. The pixels go by way of files, so that memory does not grow with the
 * slide.
 */
async function makeSlides(
  slides: readonly [SlideToMake, ...SlideToMake[]],
  threads: number,
  report: Report,
): Promise<void> {
  const level = slides[0].order.level ?? overviewLevel;
  const [first, ...others] = slides;
  const paths = slides.map(({ places }) => `${places.szi}.tif`);
  try {
    const twins = openTwins([first.order, ...others.map(({ order }) => order)]);
    report(opened);
    await renderSlides(twins, paths, level, (part) => report(opened + part * (laid - opened)));
    const finer = await renderStops(
      twins,
      slides.map(({ order }) => order.stops ?? []),
      level,
      (part) => report(laid + part * (taken - laid)),
    );
    const truth = JSON.stringify(sectionTruth(twins.slide.scene.section));
    for (const [n, { places }] of slides.entries()) {
      const path = paths[n] as string;
      await makePyramid({ kind: 'file', path }, places, threads, finer[n]);
      await rm(path);
      await writeFile(places.truth, truth);
    }
  } catch (error) {
    throw new Error(faultSentence(error, 'the pyramid') ?? String(error), { cause: error });
  }
}

async function makeView(
  order: RadiographOrder,
  places: Places,
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
