/** The field: the part of an image that is in view, in the image's own pixels. */

/** A size in image pixels. */
export interface Extent {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the frame shows: its centre and its size, measured along the edges of the image. */
export interface Field extends Extent {
  readonly centreXPx: number;
  readonly centreYPx: number;
}

/** Whether the field takes in the whole image, to within a thousandth of its size. */
export function showsWhole(field: Field, image: Extent): boolean {
  const covers = (centre: number, size: number, whole: number) =>
    centre - size / 2 <= whole / 1000 && centre + size / 2 >= whole - whole / 1000;
  return (
    covers(field.centreXPx, field.widthPx, image.widthPx) &&
    covers(field.centreYPx, field.heightPx, image.heightPx)
  );
}
