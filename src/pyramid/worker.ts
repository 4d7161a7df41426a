/** The child process in which one pyramid is made. */
import { serveWork } from '../machine/guarded-work.ts';
import { faultSentence } from '../machine/index.ts';
import { makePyramid, type Places } from './make.ts';
import type { PyramidSource } from './source.ts';

/** One pyramid to make. */
export interface MakeJob {
  readonly source: PyramidSource;
  readonly places: Places;
  readonly threads: number;
}

serveWork<MakeJob, null>(async ({ source, places, threads }) => {
  await makePyramid(source, places, threads).catch((error: Error) => {
    const [detail] = error.message.split('\n');
    throw new Error(
      faultSentence(error, 'the pyramid') ??
        `The image cannot be decoded; is its file damaged? (${detail})`,
      { cause: error },
    );
  });
  return null;
});
