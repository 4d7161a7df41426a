import { type Field, type PixelPlace, stepUm } from '../frame.ts';

/** Columns and rows of a tile, the last ones not included. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The columns and rows of a part of a tile that lie in a field of the slide. */
export function pixelsOf(field: Field, place: PixelPlace, part: Part): Part {
  const { column, row, pitchUm } = place;
  const acrossUm = stepUm(place);
  return {
    left: Math.max(part.left, Math.floor(field.left / acrossUm) - column),
    top: Math.max(part.top, Math.floor(field.top / pitchUm) - row),
    right: Math.min(part.right, Math.ceil(field.right / acrossUm) - column),
    bottom: Math.min(part.bottom, Math.ceil(field.bottom / pitchUm) - row),
  };
}
