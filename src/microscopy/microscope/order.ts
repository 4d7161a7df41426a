import type { TilePlace } from '../render/tile.ts';
import type { SlideOrder } from '../slide.ts';
import type { Field } from '../frame.ts';
import type { Feature } from '../truth/feature.ts';
import type { SectionTruth } from '../truth.ts';

/** A tile that somebody wants to see: of which slide, and where. */
export interface TileOrder {
  readonly slide: SlideOrder;
  readonly place: TilePlace;
}

/** A field of a slide whose diagnostic features somebody wants named. */
export interface FeatureOrder {
  readonly slide: SlideOrder;
  readonly field: Field;
}

/** What there is to do: a tile, or to tell what is true of the section of a slide, or of a field of it. */
export type Work =
  | { readonly order: TileOrder }
  | { readonly section: SlideOrder }
  | { readonly features: FeatureOrder };

/** What a worker is told. Jobs are numbered by whoever asks. */
export type Request = { readonly job: number } & Work;

/** What a worker answers: the pixels, RGBA, what is true of a section or a field, or a sentence for the reader. */
export type Answer =
  | { readonly kind: 'tile'; readonly job: number; readonly rgba: Uint8ClampedArray<ArrayBuffer> }
  | { readonly kind: 'section'; readonly job: number; readonly truth: SectionTruth }
  | {
      readonly kind: 'features';
      readonly job: number;
      readonly features: readonly Feature[];
    }
  | { readonly kind: 'fault'; readonly job: number; readonly sentence: string };

/** The end of a line of messages: a worker as its page sees it, the page as the worker does, a port. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}
