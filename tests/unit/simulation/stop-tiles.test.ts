import { describe, expect, it } from 'vitest';
import { shownLevel, slideTile } from '../../../src/microscopy/tile-grid.ts';
import { overviewLevel } from '../../../src/simulation/slide-image.ts';
import { stopPanes, stopTiles } from '../../../src/simulation/stop-tiles.ts';

/** A slide of 40 by 20 mm. */
const size = { widthPx: 163_840, heightPx: 81_920 };

describe('The tiles that are made ahead of a stop', () => {
  it.each([
    ['a field of 0.8 mm', { xMm: 12.3, yMm: 7.7, widthMm: 0.8 }],
    ['a field of 1.6 mm', { xMm: 30.79, yMm: 3.07, widthMm: 1.6 }],
    ['a field of 6 mm', { xMm: 20, yMm: 9, widthMm: 6 }],
    ['a field at the corner of the slide', { xMm: 0.2, yMm: 0.1, widthMm: 2 }],
  ])('hold all that a laptop shows of %s', (_, stop) => {
    const tiles = stopTiles([stop], size).map((tile) => JSON.stringify(tile));
    for (const { widthPx, heightPx } of stopPanes) {
      const perScreenPx = (4000 * stop.widthMm) / widthPx;
      const level = shownLevel(perScreenPx);
      if (level >= overviewLevel) continue;
      const sidePx = slideTile.sidePx * 2 ** level;
      for (let x = -widthPx / 2 + 1; x < widthPx / 2; x += 20)
        for (let y = -heightPx / 2 + 1; y < heightPx / 2; y += 20) {
          const [slideX, slideY] = [
            4000 * stop.xMm + x * perScreenPx,
            4000 * stop.yMm + y * perScreenPx,
          ];
          if (Math.min(slideX, slideY) < 0) continue;
          const [column, row] = [Math.floor(slideX / sidePx), Math.floor(slideY / sidePx)];
          expect(tiles).toContain(JSON.stringify({ level, column, row }));
        }
    }
  });

  it('are each made once, though two stops share them', () => {
    const stop = { xMm: 12, yMm: 8, widthMm: 1.2 };
    expect(stopTiles([stop, stop], size)).toEqual(stopTiles([stop], size));
  });

  it('lie on the slide', () => {
    for (const stop of [
      { xMm: 0, yMm: 0, widthMm: 2 },
      { xMm: 40, yMm: 20, widthMm: 2 },
    ])
      for (const { level, column, row } of stopTiles([stop], size)) {
        const sidePx = slideTile.sidePx * 2 ** level;
        expect(Math.min(column, row)).toBeGreaterThanOrEqual(0);
        expect(column * sidePx).toBeLessThan(size.widthPx);
        expect(row * sidePx).toBeLessThan(size.heightPx);
      }
  });

  it('are none where the overview is fine enough', () => {
    expect(stopTiles([{ xMm: 20, yMm: 10, widthMm: 38 }], size)).toEqual([]);
    for (const { level } of stopTiles([{ xMm: 20, yMm: 10, widthMm: 8 }], size))
      expect(level).toBeLessThan(overviewLevel);
  });
});
