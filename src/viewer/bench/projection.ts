/** Where a point of an image lies on the screen, and back. Pure. */
import type { Field } from '../field.ts';
import { inImage, onScreen, type Orientation } from '../orientation.ts';

/** A place in an image, in its pixels. */
export type ImagePoint = readonly [xPx: number, yPx: number];
/** A place in a frame, in CSS pixels from its upper left corner. */
export type ScreenPoint = readonly [xPx: number, yPx: number];

/** What a frame of a size shows. */
export interface Shown {
  readonly field: Pick<Field, 'centreXPx' | 'centreYPx'>;
  readonly imagePxPerScreenPx: number;
  readonly orientation: Orientation;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function imagePointAt(shown: Shown, [x, y]: ScreenPoint): ImagePoint {
  const { field, imagePxPerScreenPx, orientation, widthPx, heightPx } = shown;
  const [right, down] = inImage(orientation, [x - widthPx / 2, y - heightPx / 2]);
  return [
    field.centreXPx + right * imagePxPerScreenPx,
    field.centreYPx + down * imagePxPerScreenPx,
  ];
}

export function screenPointOf(shown: Shown, [x, y]: ImagePoint): ScreenPoint {
  const { field, imagePxPerScreenPx, orientation, widthPx, heightPx } = shown;
  const [right, down] = onScreen(orientation, [x - field.centreXPx, y - field.centreYPx]);
  return [right / imagePxPerScreenPx + widthPx / 2, down / imagePxPerScreenPx + heightPx / 2];
}

/** What a frame shows of the image: the least rectangle along its edges, which may reach beyond them. */
export function boxShown(shown: Shown): { from: ImagePoint; to: ImagePoint } {
  const corners = [
    imagePointAt(shown, [0, 0]),
    imagePointAt(shown, [shown.widthPx, shown.heightPx]),
  ];
  const most = (pick: typeof Math.min, axis: 0 | 1) =>
    pick(...corners.map((corner) => corner[axis]));
  return {
    from: [most(Math.min, 0), most(Math.min, 1)],
    to: [most(Math.max, 0), most(Math.max, 1)],
  };
}
