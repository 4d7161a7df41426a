import type { Radiograph, Reduction } from '../radiograph.ts';
import type { RadiographId } from '../views.ts';

/** What a radiograph is asked for with: plain data, as it stands in a case. */
export interface Order extends Reduction {
  /** A recipe as an author writes it; it is read and checked where the work is done. */
  readonly recipe: unknown;
  readonly view: RadiographId;
  /** The gauge and the cores of a biopsy as in a case, for views of what it took. */
  readonly biopsy?: unknown;
}

/** What a darkroom is told. Jobs are numbered by whoever asks. */
export type Request =
  | { readonly kind: 'order'; readonly job: number; readonly order: Order }
  | { readonly kind: 'abort'; readonly job: number };

/** What a darkroom answers. A job ends with a radiograph or a fault; an aborted one says no more. */
export type Answer =
  | { readonly kind: 'progress'; readonly job: number; readonly done: number }
  | { readonly kind: 'radiograph'; readonly job: number; readonly radiograph: Radiograph }
  | { readonly kind: 'fault'; readonly job: number; readonly sentence: string };

/** The end of a line of messages: a worker as its page sees it, the page as the worker does, a port. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}
