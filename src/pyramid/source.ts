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

/** Anything that a pyramid can be made from; renderers of simulated views join here as kinds. */
export type PyramidSource = FileImage;
