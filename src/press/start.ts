import { cacheDir } from '../components/picture.ts';
import { openCache, PyramidQueue } from '../pyramid/index.ts';
import { inspectContent } from './content.ts';
import { failureReport, imagesOf } from './images.ts';
import { printPages } from './pages.ts';
import { base, outDir } from './place.ts';
import { progressDisplay } from './progress.ts';
import { serveSite } from './server.ts';

/**
 * Prints the pages, serves them from `port` or the next one that is free, and makes the images behind
 * them, those that a reader asks for first. Runs until it is interrupted.
 */
export async function startEdition(port: number): Promise<void> {
  const entries = await inspectContent();
  const jobs = await imagesOf(entries);
  console.log('Printing the pages …');
  await printPages(outDir(), base());

  const cache = await openCache(cacheDir());
  const show = progressDisplay({ stream: process.stderr, now: () => performance.now() });
  const queue = new PyramidQueue(cache, { onChange: show });
  const server = await serveSite(
    { pages: outDir(), pyramids: cache.folder, base: base(), makers: queue },
    port,
  );
  for (const taken of server.taken) console.log(`Port ${taken} is taken; trying the next.`);
  console.log(`The atlas is open at ${server.address} (Ctrl-C ends it)`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await Promise.all([server.close(), queue.stop()]);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });

  queue.add(jobs);
  const failures = await queue.drain();
  if (failures.length > 0) console.error(failureReport(failures));
}
