/** The grid on which a slide is cut into tiles, whether a page renders them or a pyramid holds them. */
import type { TilePlace } from './render/tile.ts';
import type { SlideSize } from './slide.ts';

/** Side of a tile without what it shares with each neighbour; quick to render. In pixels. */
export const slideTile = { sidePx: 254, overlapPx: 1 } as const;

/**
 * Pixels of a level that a pixel of the screen may hold before the next coarser one is shown: the nearest
 * to the screen's own, as a finer one costs four times as much.
 */
export const mostPerScreenPx = 1 / 0.7;

/** A tile of a slide: its level, where 0 is the finest, and which one in that level's grid. */
export interface SlideTile {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

/** The pixels of a tile, with what it shares with its neighbours, within a slide of a size at level 0. */
export function slideTilePlace(
  { level, column, row }: SlideTile,
  { widthPx, heightPx }: SlideSize,
): TilePlace {
  const { sidePx, overlapPx } = slideTile;
  const from = (index: number) => Math.max(0, index * sidePx - overlapPx);
  const until = (index: number, size: number) =>
    Math.min((index + 1) * sidePx + overlapPx, size / (1 << level));
  return {
    level,
    column: from(column),
    row: from(row),
    widthPx: until(column, widthPx) - from(column),
    heightPx: until(row, heightPx) - from(row),
  };
}

/** The level that is shown where a pixel of the screen holds so many pixels of level 0. */
export function shownLevel(finestPerScreenPx: number): number {
  let level = 0;
  while (finestPerScreenPx > mostPerScreenPx * (1 << level)) level++;
  return level;
}
