/** What a pyramid is made from. */

/** Grey levels shown as black and as white, in the stored 16-bit values. */
export interface GreyWindow {
  readonly low: number;
  readonly high: number;
}

/** An image file, with a window where it holds 16-bit grey levels. */
export interface FileImage {
  readonly kind: 'file';
  readonly path: string;
  readonly window?: GreyWindow | undefined;
}

/**
 * An image that a program computes: what it is told, and what is known beforehand. Pyramids know
 * nothing of the program; the worker that a queue is given does.
 */
export interface RenderedImage {
  readonly kind: 'rendered';
  /** What the program is told, as plain data. */
  readonly order: unknown;
  /** Digest of everything that the pixels hang on, the program's own code included. */
  readonly digest: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Grey or colour. */
  readonly channels: 1 | 3;
  /** Images with the same word here share what is dear in making them, and are made at once. */
  readonly together?: string;
  /**
   * A maker that has just made an image with the same word here has at hand what is dear in this one. With
   * any word, nothing in the image may hang on which images its maker has made before.
   */
  readonly alike?: string;
}

/** Anything that a pyramid can be made from. */
export type PyramidSource = FileImage | RenderedImage;

/** Grey levels of 16 bits, row by row, with the window to show them in. */
export interface GreyPixels {
  readonly kind: 'grey';
  readonly pixels: Uint16Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly window: GreyWindow;
}
