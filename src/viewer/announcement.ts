/** The sentence that says where the reader is, after each movement. Pure. */
import type { Extent, Field } from './field.ts';
import { showsWhole } from './field.ts';
import { areaText, rounded } from './length.ts';

/** What there is to say: the field, its image, and how much larger it is than the whole image. */
export interface Position {
  readonly field: Field;
  readonly image: Extent;
  /** 1 where the whole image just fits the frame. */
  readonly zoom: number;
  readonly umPerPixel?: number;
}

const places = [
  ['upper left', 'top', 'upper right'],
  ['left', 'centre', 'right'],
  ['lower left', 'bottom', 'lower right'],
] as const;

/**
 * For instance `Zoom 12×, field 3.2 × 2.1 mm, upper left`. The zoom is relative to the whole image:
 * "magnification" would promise what an objective is rated for. Without a scale no size is given.
 */
export function announcement({ field, image, zoom, umPerPixel }: Position): string {
  if (showsWhole(field, image)) {
    return umPerPixel
      ? `Whole image, ${areaText(image.widthPx * umPerPixel, image.heightPx * umPerPixel)}`
      : 'Whole image';
  }
  const times = `Zoom ${rounded(zoom, 2)}×`;
  const place = placeOf(field, image);
  if (!umPerPixel) return `${times}, ${place}`;
  const size = areaText(field.widthPx * umPerPixel, field.heightPx * umPerPixel);
  return `${times}, field ${size}, ${place}`;
}

/** The ninth of the image that holds the centre of the field. */
function placeOf(field: Field, image: Extent): string {
  const third = (at: number, size: number) =>
    Math.min(2, Math.max(0, Math.floor((3 * at) / size))) as 0 | 1 | 2;
  return places[third(field.centreYPx, image.heightPx)][third(field.centreXPx, image.widthPx)];
}
