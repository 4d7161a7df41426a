/** The child process in which one view is taken for an author: pictures and truth as loose files. */
import { rm, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { serveWork } from '../machine/guarded-work.ts';
import { pitchOf, sectionTruth } from '../microscopy/index.ts';
import { mostPixels, shadesOf } from '../pyramid/index.ts';
import type { Report } from '../machine/index.ts';
import { isSlideOrder, type SlideViewOrder, type ViewOrder } from './order.ts';
import { takeView } from './radiograph.ts';
import { openTwins, renderSlides } from './slide-image.ts';

/** A view to take, and the files to write: paths that do not exist yet, in a folder that does. */
export interface RenderJob {
  readonly order: ViewOrder;
  /** The level of slides. */
  readonly level: number;
  /** 8 bits, as the window shows it. */
  readonly png?: string | undefined;
  /** All 16 bits. */
  readonly tiff?: string | undefined;
  readonly truth: string;
}

/** What an author is told of a view that was taken. */
export interface RenderedView {
  /** What cannot be seen in it of what the recipe promises. */
  readonly faults: readonly string[];
}

const taken = 0.95;

/** Said within the files that can hold words, for whoever meets them without the atlas. */
const note = 'Simulated. Shows no patient. Not for diagnosis.';

serveWork<RenderJob, RenderedView>(async (job, report) => {
  const { order, png, tiff, truth } = job;
  if (isSlideOrder(order)) return writeSlide(order, job, report);
  const view = await takeView(order, (part) => report(part * taken));
  const { pixels, widthPx: width, heightPx: height, pitchUm } = view.raster;
  const raw = { width, height, channels: 1 } as const;
  const perMm = 1000 / pitchUm;
  if (png) {
    await sharp(shadesOf({ pixels, window: view.window }), { raw })
      .toColourspace('b-w')
      .withExifMerge({ IFD0: { ImageDescription: note } })
      .png()
      .toFile(png);
  }
  if (tiff) {
    await sharp(pixels, { raw })
      .toColourspace('grey16')
      .tiff({
        compression: 'deflate',
        predictor: 'horizontal',
        xres: perMm,
        yres: perMm,
        resolutionUnit: 'cm',
      })
      .toFile(tiff);
  }
  const { low, high } = view.window;
  await writeFile(
    truth,
    `${JSON.stringify({ note, window: { low, high }, ...view.truth }, null, 1)}\n`,
  );
  return { faults: view.faults };
});

async function writeSlide(
  order: SlideViewOrder,
  { level, png, truth }: RenderJob,
  report: Report,
): Promise<RenderedView> {
  const pixels = `${truth}.tif`;
  const twins = openTwins([order]);
  await renderSlides(twins, [pixels], level, (part) => report(part * taken));
  if (png)
    await sharp(pixels, { limitInputPixels: mostPixels })
      .withExifMerge({ IFD0: { ImageDescription: note } })
      .png()
      .toFile(png);
  await rm(pixels);
  const found = { note, umPerPixel: pitchOf(level), ...sectionTruth(twins.slide.scene.section) };
  await writeFile(truth, `${JSON.stringify(found, null, 1)}\n`);
  return { faults: [] };
}
