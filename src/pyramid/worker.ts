/** The child process in which one pyramid is made from a file. */
import { serveWork } from '../machine/guarded-work.ts';
import { makeFromFile, type MakeJob } from './making.ts';

serveWork<MakeJob, null>(async ({ images, threads }) => {
  for (const { source, places } of images) {
    if (source.kind !== 'file') throw new Error('This worker makes pyramids of files only.');
    await makeFromFile(source, places, threads);
  }
  return null;
});
