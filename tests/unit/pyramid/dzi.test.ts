import { describe, expect, it } from 'vitest';
import { levelsOf, parseDzi } from '../../../src/pyramid/dzi.ts';

const description = (attributes: string, size = 'Height="200" Width="300"') =>
  `<?xml version="1.0"?><Image ${attributes}><Size ${size}/></Image>`;

describe('The description of a Deep Zoom image', () => {
  it('gives size, tiles and format, in any order and with either quotes', () => {
    const xml = description(`TileSize='512' Overlap="1" Format="JPEG"`);
    expect(parseDzi(xml)).toEqual({
      widthPx: 300,
      heightPx: 200,
      tileSizePx: 512,
      overlapPx: 1,
      format: 'jpeg',
    });
  });

  it.each([
    ['no format', description('TileSize="512" Overlap="0"'), /Format/],
    ['a path for a format', description('TileSize="1" Overlap="0" Format="../x"'), /Format/],
    ['tiles of no size', description('TileSize="0" Overlap="0" Format="png"'), /TileSize/],
    ['no width', description('TileSize="1" Overlap="0" Format="png"', 'Height="1"'), /Width/],
    [
      'a height in words',
      description('TileSize="1" Overlap="0" Format="png"', 'Width="1" Height="x"'),
      /Height/,
    ],
  ])('is refused with %s', (_, xml, sentence) => {
    expect(() => parseDzi(xml)).toThrow(sentence);
  });
});

describe('The levels of a Deep Zoom image', () => {
  const levels = (widthPx: number, heightPx: number) =>
    levelsOf({ widthPx, heightPx, tileSizePx: 512, overlapPx: 0, format: 'jpeg' });

  it('go from one pixel to the full size, each twice the one before, rounded up', () => {
    const found = levels(3000, 2000);
    expect(found.length).toBe(13);
    expect(found[0]).toMatchObject({ widthPx: 1, heightPx: 1, columns: 1, rows: 1 });
    expect(found[9]).toMatchObject({ widthPx: 375, heightPx: 250, columns: 1, rows: 1 });
    expect(found[12]).toMatchObject({ widthPx: 3000, heightPx: 2000, columns: 6, rows: 4 });
  });

  it('are one for a single pixel', () => {
    expect(levels(1, 1)).toEqual([{ level: 0, widthPx: 1, heightPx: 1, columns: 1, rows: 1 }]);
  });
});
