import type { Vector } from '../phantom/index.ts';

declare const frame: unique symbol;

/**
 * A place in and about a section, in micrometres: x to the right and y down, as on the screen, and the
 * depth below the plane of the section. At a depth of 0 it is a place on the slide. x and y are 1,000
 * times those of the block.
 */
export type SlidePoint = Vector & { readonly [frame]: 'slide' };

/** The place on the slide, or so far below its plane. */
export const slidePoint = (xUm: number, yUm: number, belowUm = 0): SlidePoint =>
  [xUm, yUm, belowUm] as Vector as SlidePoint;

/** A rectangle of the slide, in micrometres. */
export interface Field {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Tells whether two rectangles share a place. */
export const meet = (a: Field, b: Field): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The rectangle that two have in common; where they share nothing, its sides are in the wrong order. */
export const common = (a: Field, b: Field): Field => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** The rectangle, wider by a margin on every side. */
export const widened = ({ left, top, right, bottom }: Field, by: number): Field => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** The smallest rectangle around discs; null where there are none. */
export function fieldAround(
  discs: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
): Field | null {
  if (discs.length === 0) return null;
  return {
    left: Math.min(...discs.map(({ x, radius }) => x - radius)),
    top: Math.min(...discs.map(({ y, radius }) => y - radius)),
    right: Math.max(...discs.map(({ x, radius }) => x + radius)),
    bottom: Math.max(...discs.map(({ y, radius }) => y + radius)),
  };
}

/** Where pixels lie on the slide: column and row of the first of them, and their pitch. */
export interface PixelPlace {
  readonly column: number;
  readonly row: number;
  readonly pitchUm: number;
  /**
   * Of every two pixels of a row only one is there, as on a chequerboard: the first of them in even rows and
   * the second in odd ones. Columns and widths count those that are there.
   */
  readonly isChequered?: boolean;
}

/** The middle of a pixel, so many columns and rows from the first, to the right. */
export function xOf(
  { column, row, pitchUm, isChequered }: PixelPlace,
  columns: number,
  rows: number,
): number {
  const across = column + columns;
  return ((isChequered ? 2 * across + ((row + rows) & 1) : across) + 0.5) * pitchUm;
}

/** The same, down. */
export const yOf = ({ row, pitchUm }: PixelPlace, rows: number): number =>
  (row + rows + 0.5) * pitchUm;

/** How far it is from one pixel of a row to the next. */
export const stepUm = ({ pitchUm, isChequered }: PixelPlace): number =>
  isChequered ? 2 * pitchUm : pitchUm;
