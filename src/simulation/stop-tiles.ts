/** Which tiles of a slide are made ahead, so that a story's stop is sharp at once. */
import { finestPitchUm, type SlideSize } from '../microscopy/index.ts';
import { shownLevel, type SlideTile, slideTile } from '../microscopy/tile-grid.ts';
import { overviewLevel } from './slide-image.ts';

/** A place where a story stops: its middle from the upper left corner, and the width that is shown. */
export interface Stop {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
}

/**
 * The panes of a laptop in which a stop is shown: on the whole screen, alone beside the words of the story,
 * and as one of two. In pixels of its screen.
 */
export const stopPanes = [
  { widthPx: 1366, heightPx: 680 },
  { widthPx: 830, heightPx: 680 },
  { widthPx: 410, heightPx: 680 },
] as const;

/**
 * The tiles that these stops show in such panes, each once, the coarsest first; only those finer than the
 * overview, and within a slide of this size at level 0.
 */
export function stopTiles(stops: readonly Stop[], size: SlideSize): SlideTile[] {
  const found = new Map<string, SlideTile>();
  for (const { xMm, yMm, widthMm } of stops)
    for (const pane of stopPanes) {
      const finestPerScreenPx = (1000 * widthMm) / finestPitchUm / pane.widthPx;
      const level = shownLevel(finestPerScreenPx);
      if (level >= overviewLevel) continue;
      const tilesOf = (middleMm: number, screenPx: number, slidePx: number) => {
        const middlePx = (1000 * middleMm) / finestPitchUm;
        const halfPx = (screenPx * finestPerScreenPx) / 2;
        const sidePx = slideTile.sidePx * 2 ** level;
        const first = Math.max(0, Math.floor((middlePx - halfPx) / sidePx));
        const last = Math.min(Math.ceil(slidePx / sidePx), Math.ceil((middlePx + halfPx) / sidePx));
        return Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
      };
      for (const row of tilesOf(yMm, pane.heightPx, size.heightPx))
        for (const column of tilesOf(xMm, pane.widthPx, size.widthPx))
          found.set(`${level}/${column}_${row}`, { level, column, row });
    }
  return [...found.values()].sort(
    (a, b) => b.level - a.level || a.row - b.row || a.column - b.column,
  );
}
