import type { Frame } from '../raster.ts';

/** An image of any kind of pixels with its lattice. */
export type Image = Frame & { readonly pixels: ArrayLike<number> };

/** A rectangle of whole pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The region itself, if it lies in the image; otherwise a RangeError says so. */
export function checkedRegion(image: Frame, region: Region): Region {
  const { x, y, widthPx, heightPx } = region;
  if (x < 0 || y < 0 || x + widthPx > image.widthPx || y + heightPx > image.heightPx) {
    throw new RangeError(
      `The region ${widthPx} × ${heightPx} at (${x}, ${y}) does not lie in the image of ${image.widthPx} × ${image.heightPx} pixels.`,
    );
  }
  return region;
}

/** Squares of `side` pixels that tile an image by half their side and of which `accept` holds. */
export function squaresIn(
  image: Frame,
  side: number,
  accept: (square: Region) => boolean = () => true,
): Region[] {
  const squares: Region[] = [];
  for (let y = 0; y + side <= image.heightPx; y += side / 2) {
    for (let x = 0; x + side <= image.widthPx; x += side / 2) {
      const square = { x, y, widthPx: side, heightPx: side };
      if (accept(square)) squares.push(square);
    }
  }
  return squares;
}
