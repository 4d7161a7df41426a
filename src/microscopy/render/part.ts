import type { Field, PixelPlace } from '../frame.ts';

/** Columns and rows of a tile, the last ones not included. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The columns and rows of a part of a tile that lie in a field of the slide. */
export function pixelsOf(field: Field, { column, row, pitchUm }: PixelPlace, part: Part): Part {
  return {
    left: Math.max(part.left, Math.floor(field.left / pitchUm) - column),
    top: Math.max(part.top, Math.floor(field.top / pitchUm) - row),
    right: Math.min(part.right, Math.ceil(field.right / pitchUm) - column),
    bottom: Math.min(part.bottom, Math.ceil(field.bottom / pitchUm) - row),
  };
}
