/** Cases made ahead of the reader, so that the next one is there when it is asked for. */
import type { Darkroom } from '../radiography/darkroom/darkroom.ts';
import type { Radiograph } from '../radiography/radiograph.ts';
import type { MorphologyId } from '../lexicon/index.ts';
import { canBeAsked, type FreshCase, freshCase } from './fresh-case.ts';

/** A case and its picture. */
export interface Taken extends FreshCase {
  readonly radiograph: Radiograph;
}

/** Hands out cases, one after the other. */
export interface Supply {
  /**
   * The next case; the one after it is begun as soon as this one is there. Rejects with an Error whose
   * message is a sentence for the reader; asking again tries again.
   */
  next(): Promise<Taken>;
}

/** So many cases in a row may show nothing before something must be wrong. */
const mostUnseen = 8;

/** What a supply is opened with. */
export interface SupplyOptions {
  /** The words to choose from; all of the lexicon if left out. */
  readonly among?: readonly MorphologyId[] | undefined;
  /** The case that a link asks for. */
  readonly first?: number | undefined;
  /** Told how far the case is that is waited for, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Ends what is still being made. */
  readonly signal?: AbortSignal;
}

/** Opens a supply; `seeds` gives a new number each time. */
export function openSupply(
  darkroom: Pick<Darkroom, 'render'>,
  seeds: () => number,
  { among, first, onProgress, signal }: SupplyOptions = {},
): Supply {
  let waits = false;
  let asked = first;
  let ahead: Promise<Taken> | undefined;

  async function make(): Promise<Taken> {
    for (let tries = 0; tries < mostUnseen; tries += 1) {
      const one = freshCase(asked ?? seeds(), among);
      asked = undefined;
      const radiograph = await darkroom.render(one.order, {
        onProgress: (done) => waits && onProgress?.(done),
        ...(signal && { signal }),
      });
      if (canBeAsked(radiograph.truth)) return { ...one, radiograph };
    }
    throw new Error('No case could be made in which something is to be seen. Reload the page.');
  }

  return {
    async next() {
      waits = true;
      const making = ahead ?? make();
      ahead = undefined;
      try {
        const taken = await making;
        ahead = make();
        // Whoever asks for it is told of a fault; until then nobody is.
        ahead.catch(() => {});
        return taken;
      } finally {
        waits = false;
      }
    },
  };
}
