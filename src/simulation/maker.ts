/** The child process in which one pyramid is made: from a file, or of a view of a simulated patient. */
import { writeFile } from 'node:fs/promises';
import { faultSentence, type Report } from '../machine/index.ts';
import { serveWork } from '../machine/guarded-work.ts';
import { makeFromFile, type MakeJob, makePyramid, type RenderedImage } from '../pyramid/index.ts';
import type { ViewOrder } from './order.ts';
import { takeView } from './radiograph.ts';

/** The part of the work that is done when the radiograph is taken; tiles are quick. */
const taken = 0.94;

serveWork<MakeJob, null>(async ({ source, places, threads }, report) => {
  if (source.kind === 'file') await makeFromFile(source, places, threads);
  else await makeView(source, places, threads, report);
  return null;
});

async function makeView(
  { order }: RenderedImage,
  places: MakeJob['places'],
  threads: number,
  report: Report,
): Promise<void> {
  const { raster, window, truth, faults } = await takeView(order as ViewOrder, (part) =>
    report(part * taken),
  );
  if (faults.length > 0) throw new Error(faults.join(' '));
  const { pixels, widthPx, heightPx } = raster;
  try {
    await makePyramid({ kind: 'grey', pixels, widthPx, heightPx, window }, places, threads);
    await writeFile(places.truth, JSON.stringify(truth));
  } catch (error) {
    throw new Error(faultSentence(error, 'the pyramid') ?? String(error), { cause: error });
  }
}
