import { copyFile, link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentRoots } from '../atlas/folder.ts';
import { cacheDir } from '../components/picture.ts';
import { sizeInWords } from '../keeping/offer.ts';
import { openCache, type PyramidCache, type PyramidJob } from '../pyramid/index.ts';
import { inspectContent } from './content.ts';
import { findingsOf } from './findings.ts';
import { addEdition } from './edition.ts';
import { failureReport, imagesOf } from './images.ts';
import { deadLinks } from './links.ts';
import { openMaking } from './making.ts';
import { printPages } from './pages.ts';
import { base, outDir } from './place.ts';
import { checkOutDir, replaceSite } from './replacing.ts';

/**
 * Prints the whole site while its images are made; it takes the place of the one in the output folder
 * when all is whole. Throws a sentence where the
 * content is wrong, a page cannot be printed or an image cannot be made, and the reason of `signal` when
 * it is broken off; images made by then are kept.
 */
export async function buildEdition(signal: AbortSignal): Promise<void> {
  await checkOutDir(outDir());
  const entries = await inspectContent();
  const jobs = await imagesOf(entries);
  const cache = await openCache(cacheDir());

  const missing = jobs.filter(({ id }) => !cache.has(id));
  const { pages, edition } = await replaceSite(outDir(), async (folder) => {
    const [printed] = await allOrNone(signal, [
      (each) => printPages(folder, base(), each),
      (each) => makeImages(cache, missing, each),
    ]);
    console.log(`Images: ${missing.length} made, ${jobs.length - missing.length} kept.`);
    await placeImages(
      cache,
      jobs.map(({ id }) => id),
      join(folder, 'pyramids'),
    );
    await placeFindings(cache, jobs, join(folder, 'findings'));
    signal.throwIfAborted();
    await checkImages(folder);
    return { ...printed, edition: await addEdition(folder) };
  });
  console.log(`Pages: ${pages} printed into ${outDir()}.`);
  console.log(
    `To install: ${edition.files} files in ${sizeInWords(edition.bytes)} (${sizeInWords(edition.plainBytes)} unpacked); pictures are kept when a reader asks.`,
  );
  const own = entries.filter(({ root }) => root === contentRoots().local);
  if (own.length > 0)
    console.log(
      `They include ${own.length} of your own from ${contentRoots().local}; look before you publish.`,
    );
}

/** Does both at once; where one fails, the other is broken off and waited for. */
async function allOrNone<A, B>(
  signal: AbortSignal,
  [first, second]: readonly [
    (signal: AbortSignal) => Promise<A>,
    (signal: AbortSignal) => Promise<B>,
  ],
): Promise<[A, B]> {
  const fault = new AbortController();
  const each = AbortSignal.any([signal, fault.signal]);
  const works = [first(each), second(each)] as const;
  try {
    return await Promise.all(works);
  } catch (error) {
    fault.abort(error);
    await Promise.allSettled(works);
    throw error;
  }
}

async function makeImages(
  cache: PyramidCache,
  jobs: readonly PyramidJob[],
  signal: AbortSignal,
): Promise<void> {
  const failures = await openMaking(cache, signal).make(jobs);
  signal.throwIfAborted();
  if (failures.length > 0) throw new Error(failureReport(failures));
}

/** A case that was edited while the images were made has pages that show others. */
async function checkImages(folder: string): Promise<void> {
  const [missing] = await deadLinks(folder, base(), []);
  if (!missing) return;
  throw new Error(
    `${missing.page} shows an image that was not made; was a case or the code changed meanwhile? Build once more.`,
  );
}

/** Puts the finished images beside the pages; where the disk allows, without a second copy. */
async function placeImages(
  cache: PyramidCache,
  ids: readonly string[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const id of new Set(ids)) {
    for (const [from, name] of [
      [cache.sziPath(id), `${id}.szi`],
      [cache.stillPath(id), `${id}.jpg`],
    ] as const) {
      const to = join(folder, name);
      await link(from, to).catch(() => copyFile(from, to));
    }
  }
}

/** Puts what is true of the views beside them, for readers who ask for it. */
async function placeFindings(
  cache: PyramidCache,
  jobs: readonly PyramidJob[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const job of jobs) {
    const text = await findingsOf(job, cache);
    if (text !== undefined) await writeFile(join(folder, `${job.id}.json`), text);
  }
}
