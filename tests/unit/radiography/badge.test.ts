import { describe, expect, it } from 'vitest';
import { writeBadge } from '../../../src/radiography/badge.ts';
import type { GreyRaster } from '../../../src/radiography/raster.ts';

const picture = (widthPx: number, heightPx: number, greyAt: (x: number, y: number) => number) => {
  const pixels = Uint16Array.from({ length: widthPx * heightPx }, (_, at) =>
    greyAt(at % widthPx, Math.floor(at / widthPx)),
  );
  return { widthPx, heightPx, pitchUm: 70, originMm: [0, 0], pixels } satisfies GreyRaster;
};

/** The left part of a picture is breast, the right part air. */
const breast = () => picture(400, 300, (x) => (x < 250 ? 30000 : 0));

describe('SIMULATED in the pixels', () => {
  it('can be read, letter by letter, and by any window: white on black, or grey on grey', () => {
    const image = picture(80, 40, () => 30000);
    const box = writeBadge(image, null);
    const rows = Array.from({ length: 7 }, (_, y) =>
      Array.from({ length: 53 }, (_, x) => {
        const at = (y + 3 + (box?.yPx ?? 0)) * 80 + x + 3 + (box?.xPx ?? 0);
        return image.pixels[at] === 65535 ? '#' : '.';
      }).join(''),
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        ".####..###..#...#.#...#.#......###..#####.#####.####.",
        "#.......#...##.##.#...#.#.....#...#...#...#.....#...#",
        "#.......#...#.#.#.#...#.#.....#...#...#...#.....#...#",
        ".###....#...#...#.#...#.#.....#####...#...####..#...#",
        "....#...#...#...#.#...#.#.....#...#...#...#.....#...#",
        "....#...#...#...#.#...#.#.....#...#...#...#.....#...#",
        "####...###..#...#..###..#####.#...#...#...#####.####.",
      ]
    `);
    const beside = [...image.pixels].filter((grey) => grey === 0).length;
    expect(beside).toBeGreaterThan(150);
  });

  it('stands in the lower corner that has no breast', () => {
    expect(writeBadge(breast(), null)).toMatchObject({ xPx: 400 - 59, yPx: 300 - 13 });
    const right = picture(400, 300, (x) => (x < 150 ? 0 : 30000));
    expect(writeBadge(right, null)).toMatchObject({ xPx: 0, yPx: 300 - 13 });
  });

  it('keeps clear of the lesion, even if that leaves it the breast or an upper corner', () => {
    const lower = { xPx: 300, yPx: 250, widthPx: 90, heightPx: 45 };
    expect(writeBadge(breast(), lower)).toMatchObject({ xPx: 0, yPx: 300 - 13 });
    const all = { xPx: 0, yPx: 100, widthPx: 400, heightPx: 200 };
    expect(writeBadge(breast(), all)).toMatchObject({ xPx: 400 - 59, yPx: 0 });
  });

  it('touches nothing outside its box', () => {
    const [image, before] = [breast(), breast()];
    const box = writeBadge(image, null);
    let changed = 0;
    image.pixels.forEach((grey, at) => {
      if (grey === before.pixels[at]) return;
      changed++;
      const [x, y] = [at % 400, Math.floor(at / 400)];
      expect(x >= (box?.xPx ?? 400) && y >= (box?.yPx ?? 300)).toBe(true);
    });
    expect(changed).toBeGreaterThan(100);
  });

  it('is as large on a large picture as on a small one, and left out where it cannot be', () => {
    expect(
      writeBadge(
        picture(1280, 1280, () => 9),
        null,
      ),
    ).toMatchObject({ widthPx: 2 * 59 });
    expect(
      writeBadge(
        picture(2560, 3328, () => 9),
        null,
      ),
    ).toMatchObject({ widthPx: 4 * 59 });
    expect(
      writeBadge(
        picture(40, 40, () => 9),
        null,
      ),
    ).toBeNull();
  });
});
