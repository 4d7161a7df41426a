/** Where a point of an image lies on the screen, and back. Pure; for pictures that are not turned. */
import type { Field } from '../field.ts';

/** A place in an image, in its pixels. */
export type ImagePoint = readonly [xPx: number, yPx: number];
/** A place in a frame, in CSS pixels from its upper left corner. */
export type ScreenPoint = readonly [xPx: number, yPx: number];

/** What a frame of a size shows. */
export interface Shown {
  readonly field: Pick<Field, 'centreXPx' | 'centreYPx'>;
  readonly imagePxPerScreenPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export const imagePointAt = (
  { field, imagePxPerScreenPx, widthPx, heightPx }: Shown,
  [x, y]: ScreenPoint,
): ImagePoint => [
  field.centreXPx + (x - widthPx / 2) * imagePxPerScreenPx,
  field.centreYPx + (y - heightPx / 2) * imagePxPerScreenPx,
];

export const screenPointOf = (
  { field, imagePxPerScreenPx, widthPx, heightPx }: Shown,
  [x, y]: ImagePoint,
): ScreenPoint => [
  (x - field.centreXPx) / imagePxPerScreenPx + widthPx / 2,
  (y - field.centreYPx) / imagePxPerScreenPx + heightPx / 2,
];
