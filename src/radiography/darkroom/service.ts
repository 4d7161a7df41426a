import { growPhantom, type Phantom, RecipeError, takeBiopsy } from '../../phantom/index.ts';
import { openTissue, type Tissue } from '../projection/tissue.ts';
import { takeRadiograph } from '../radiograph.ts';
import { radiographIds } from '../views.ts';
import type { Answer, Line, Order, Request } from './order.ts';

/**
 * Takes radiographs for whoever is at the other end of a line, one after the other in the order in
 * which they are asked for. The pixels are copied, which takes milliseconds: handing them over would
 * detach their buffer, upon which an engine throws away what it has optimised and the next radiograph
 * begins cold. `breathe` gives a promise that lets waiting messages in, so that an abort is heard while
 * a radiograph is being made.
 */
export function serveDarkroom(line: Line, breathe: () => Promise<void>): void {
  const waiting = new Map<number, AbortController>();
  const answer = (message: Answer) => line.postMessage(message);
  const patients = openPatients();
  let turn = Promise.resolve();

  const work = async (job: number, order: Order, signal: AbortSignal) => {
    try {
      signal.throwIfAborted();
      const { phantom, tissue } = patients(order.recipe);
      const { view, biopsy, collimation, binning } = checked(order);
      const radiograph = await takeRadiograph(phantom, view, {
        ...(biopsy !== undefined && { biopsy: takeBiopsy(phantom, biopsy) }),
        ...(collimation && { collimation }),
        ...(binning && { binning }),
        tissue,
        signal,
        breathe,
        onProgress: (done) => answer({ kind: 'progress', job, done }),
      });
      answer({ kind: 'radiograph', job, radiograph });
    } catch (fault) {
      if (!signal.aborted) answer({ kind: 'fault', job, sentence: sentenceOf(fault) });
    } finally {
      waiting.delete(job);
    }
  };

  line.addEventListener('message', ({ data }) => {
    const request = data as Request;
    if (request.kind === 'abort') return waiting.get(request.job)?.abort();
    const { job, order } = request;
    const abort = new AbortController();
    waiting.set(job, abort);
    turn = turn.then(breathe).then(() => work(job, order, abort.signal));
  });
}

/** A phantom and the tissue grown from it. */
interface Patient {
  readonly phantom: Phantom;
  readonly tissue: Tissue;
}

/** Grows patients; the last one is kept, as the views of a case are asked for together. */
function openPatients(): (recipe: unknown) => Patient {
  let last: (Patient & { readonly key: string }) | undefined;
  return (recipe) => {
    const key = JSON.stringify(recipe);
    if (last?.key === key) return last;
    const phantom = growPhantom(recipe);
    last = { key, phantom, tissue: openTissue(phantom) };
    return last;
  };
}

/** The order itself, if its view can be taken; a recipe is checked where it is read. */
function checked(order: Order): Order {
  if (radiographIds.includes(order.view)) return order;
  throw new RangeError(
    `A radiograph's view must be one of ${radiographIds.join(', ')}; found ${JSON.stringify(order.view)}.`,
  );
}

/** What went wrong, for whoever asked. Faults of a recipe or an order are sentences already. */
function sentenceOf(fault: unknown): string {
  if (fault instanceof RecipeError || fault instanceof RangeError) return fault.message;
  return `The radiograph could not be made; this is a fault of the program: ${fault}.`;
}
