import type { TilePlace } from '../render/tile.ts';
import type { SlideOrder } from '../slide.ts';

/** A tile that somebody wants to see: of which slide, and where. */
export interface TileOrder {
  readonly slide: SlideOrder;
  readonly place: TilePlace;
}

/** What a worker is told. Tiles are numbered by whoever asks. */
export interface Request {
  readonly job: number;
  readonly order: TileOrder;
}

/** What a worker answers: the pixels, RGBA, or a sentence for the reader. */
export type Answer =
  | { readonly kind: 'tile'; readonly job: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly job: number; readonly sentence: string };

/** The end of a line of messages: a worker as its page sees it, the page as the worker does, a port. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}
