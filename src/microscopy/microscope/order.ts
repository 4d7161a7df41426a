import type { TilePlace } from '../render/tile.ts';
import type { SlideOrder } from '../slide.ts';
import type { SectionTruth } from '../truth.ts';

/** A tile that somebody wants to see: of which slide, and where. */
export interface TileOrder {
  readonly slide: SlideOrder;
  readonly place: TilePlace;
}

/** What there is to do: a tile, or to tell what is true of the section of a slide. */
export type Work = { readonly order: TileOrder } | { readonly section: SlideOrder };

/** What a worker is told. Jobs are numbered by whoever asks. */
export type Request = { readonly job: number } & Work;

/** What a worker answers: the pixels, RGBA, what is true of a section, or a sentence for the reader. */
export type Answer =
  | { readonly kind: 'tile'; readonly job: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> }
  | { readonly kind: 'section'; readonly job: number; readonly truth: SectionTruth }
  | { readonly kind: 'fault'; readonly job: number; readonly sentence: string };

/** The end of a line of messages: a worker as its page sees it, the page as the worker does, a port. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}
