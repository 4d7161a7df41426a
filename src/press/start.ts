import { cacheDir } from '../components/picture.ts';
import { openCache } from '../pyramid/index.ts';
import { inspectContent } from './content.ts';
import { findingsRoute } from './findings-route.ts';
import { failureReport, imagesOf } from './images.ts';
import { openMaking } from './making.ts';
import { printPages } from './pages.ts';
import { base, outDir } from './place.ts';
import { checkOutDir, replaceSite } from './replacing.ts';
import { serveSite } from './server.ts';

/**
 * Prints the pages, serves them from `port` or the next one that is free, and makes the images behind
 * them, those that a reader asks for first. Runs until `signal` aborts, and then ends cleanly.
 */
export async function startEdition(port: number, signal: AbortSignal): Promise<void> {
  await checkOutDir(outDir());
  const entries = await inspectContent('growth');
  const jobs = await imagesOf(entries);
  console.log('Printing the pages …');
  await replaceSite(outDir(), (folder) => printPages(folder, base(), signal));

  const cache = await openCache(cacheDir());
  const { queue, make } = openMaking(cache, signal);
  const server = await serveSite(
    {
      pages: outDir(),
      pyramids: cache.folder,
      base: base(),
      makers: queue,
      findings: findingsRoute(() => jobs, cache, queue),
    },
    port,
  );
  for (const taken of server.taken) console.log(`Port ${taken} is taken; trying the next.`);
  console.log(`The atlas is open at ${server.address} (Ctrl-C ends it)`);

  const ended = new Promise((resolve) => {
    signal.addEventListener('abort', resolve);
  });
  make(jobs).then((failures) => {
    if (failures.length > 0) console.error(failureReport(failures));
  });
  await ended;
  await Promise.all([server.close(), queue.stop()]);
}
