/** Makes slides whole, and not their overview alone: for a projector, or a computer too slow to render. */
import { isOf } from '../atlas/check.ts';
import { unknownWord } from '../atlas/sentence.ts';
import { cacheDir } from '../components/picture.ts';
import { pitchOf } from '../microscopy/index.ts';
import { openCache, type PyramidJob } from '../pyramid/index.ts';
import { isSlideOrder, overviewLevel, type ViewOrder } from '../simulation/index.ts';
import { inspectContent } from './content.ts';
import { failureReport, imagesOf } from './images.ts';
import { openMaking } from './making.ts';
import { levelOf } from './rendering.ts';

/**
 * Bakes the slides of a case at so many micrometres a pixel: their pyramids take the place of those in
 * the cache, under the same names, so that every page shows them from the next build on. Resolves with
 * what was baked. Throws a sentence where the case has no slides, the pitch is none of theirs, or one
 * could not be made; then what is in the cache stays.
 */
export async function bakeSlides(
  caseId: string,
  umPerPixel: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const level = levelOf(umPerPixel);
  const cases = (await inspectContent()).filter((entry) => isOf(entry, 'cases'));
  const entry = cases.find(({ id }) => id === caseId);
  if (!entry) {
    const known = cases.map(({ id }) => id);
    throw new Error(`The case ${unknownWord(caseId, known)}`);
  }
  const jobs = slidesAt(level, await imagesOf([entry]));
  if (jobs.length === 0) throw new Error(`The case ${caseId} has no simulated slide to bake.`);
  const cache = await openCache(cacheDir());
  const failures = await openMaking({ ...cache, has: () => false }, signal).make(jobs);
  signal.throwIfAborted();
  if (failures.length > 0) throw new Error(failureReport(failures));
  return jobs.map(({ name }) => name);
}

/** Of these works those that make slides, to be made at a level; throws a sentence for one that is no finer. */
export function slidesAt(level: number, jobs: readonly PyramidJob[]): PyramidJob[] {
  if (level >= overviewLevel)
    throw new Error(
      `Slides are baked finer than their overview, which has ${pitchOf(overviewLevel)} µm a pixel.`,
    );
  return jobs.flatMap((job) => {
    const { source } = job;
    if (source.kind === 'file' || !isSlideOrder(source.order as ViewOrder)) return [];
    const order = { ...(source.order as ViewOrder), level };
    const megapixels = job.megapixels * 4 ** (overviewLevel - level);
    return [{ ...job, megapixels, source: { ...source, order } }];
  });
}
