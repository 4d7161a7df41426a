/** What the worker of a queue does. Node only. */
import { faultSentence } from '../machine/index.ts';
import { makePyramid, type Places } from './make.ts';
import type { FileImage, PyramidSource } from './source.ts';

/** Pyramids to make at once: one, or those that share what is dear. */
export interface MakeJob {
  readonly images: readonly { readonly source: PyramidSource; readonly places: Places }[];
  readonly threads: number;
}

/** Makes the pyramid of a file. Throws a sentence where the disk is full or the file is damaged. */
export async function makeFromFile(
  source: FileImage,
  places: Places,
  threads: number,
): Promise<void> {
  await makePyramid(source, places, threads).catch((error: Error) => {
    const [detail] = error.message.split('\n');
    throw new Error(
      faultSentence(error, 'the pyramid') ??
        `The image cannot be decoded; is its file damaged? (${detail})`,
      { cause: error },
    );
  });
}
