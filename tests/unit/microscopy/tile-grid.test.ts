import { describe, expect, it, test } from 'vitest';
import { shownLevel, slideTilePlace } from '../../../src/microscopy/tile-grid.ts';

const size = { widthPx: 5120, heightPx: 3072 };

describe('The tiles of a slide', () => {
  it.each([0, 2, 4])('share two columns of pixels at level %i and leave none out', (level) => {
    const widthPx = size.widthPx / 2 ** level;
    let end = 0;
    for (let column = 0; end < widthPx; column++) {
      const place = slideTilePlace({ level, column, row: 0 }, size);
      expect(place.column).toBe(column === 0 ? 0 : end - 2);
      expect(place.widthPx).toBeLessThanOrEqual(256);
      end = place.column + place.widthPx;
    }
    expect(end).toBe(widthPx);
  });

  it('end with the slide', () => {
    const { row, heightPx } = slideTilePlace({ level: 1, column: 0, row: 6 }, size);
    expect(row + heightPx).toBe(1536);
  });
});

test.each([
  ['a pixel of the screen that holds less than one', 0.4, 0],
  ['one that holds as many as may be', 1 / 0.7, 0],
  ['one that holds a few more', 1.5, 1],
  ['one that holds seven', 7, 3],
])('%s is shown the level nearest to it', (_, finestPerScreenPx, level) => {
  expect(shownLevel(finestPerScreenPx)).toBe(level);
});
