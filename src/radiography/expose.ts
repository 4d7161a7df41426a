import { acquire, type Run } from './acquire.ts';
import type { Window } from './grey-scale.ts';
import { type Picture, present } from './presentation.ts';
import type { Thickness } from './thickness.ts';
import type { Acquisition } from './views.ts';

/** How a radiograph is made, beyond its physics. */
export interface ExposeOptions extends Run {
  /** Shows the picture in this window, such as that of the full view, instead of its own. */
  readonly window?: Window;
  /** Told how much is done, from 0 to 1, and never less than before. */
  readonly onProgress?: (done: number) => void;
  /** Stops the work at the next step; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Lets others have their turn between steps. A worker that wants to hear of an abort while it
   * computes gives a promise that waits for the next message, such as a timer of 0 ms.
   */
  readonly breathe?: () => Promise<void>;
}

/** Part of the work that is done when the detector has been read out. */
const acquired = 0.8;

/** Makes the radiograph of an object: from path lengths to grey levels of 16 bits. */
export async function expose(
  thickness: Thickness,
  acquisition: Acquisition,
  options: ExposeOptions,
): Promise<Picture> {
  const { onProgress, signal, breathe } = options;
  const step = async (done: number) => {
    signal?.throwIfAborted();
    onProgress?.(done);
    await breathe?.();
    signal?.throwIfAborted();
  };

  signal?.throwIfAborted();
  const acquiring = acquire(thickness, acquisition, options);
  let next = await acquiring.next();
  for (; !next.done; next = await acquiring.next()) await step(acquired * next.value);

  const presenting = present(next.value, acquisition.processing, options.window);
  let later = presenting.next();
  for (; !later.done; later = presenting.next())
    await step(acquired + (1 - acquired) * later.value);
  return later.value;
}
