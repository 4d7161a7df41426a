/** The still picture of a view, put together from its pyramid. Node only. */
import sharp from 'sharp';
import { fileSource } from './file-source.ts';
import { recipe } from './recipe.ts';
import { openSzi } from './szi.ts';

/**
 * Writes the still of a pyramid as JPEG. It is taken from the smallest level that is large enough,
 * not from the source, which would have to be decoded a second time.
 */
export async function writeStill(sziPath: string, stillPath: string): Promise<void> {
  await using source = await fileSource(sziPath);
  const szi = await openSzi(source);
  const { longerSidePx, quality } = recipe.still;
  const longer = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) =>
    Math.max(widthPx, heightPx);
  const level = szi.levels.find((each) => longer(each) >= longerSidePx) ?? szi.levels.at(-1);
  if (!level) throw new Error('The pyramid has no levels.');
  const tiles = [];
  for (let row = 0; row < level.rows; row++) {
    for (let column = 0; column < level.columns; column++) {
      const tile = await szi.tile(level.level, column, row);
      if (!tile) throw new Error('The pyramid lacks a tile.');
      tiles.push({
        input: Buffer.from(await tile.arrayBuffer()),
        left: column * szi.tileSizePx,
        top: row * szi.tileSizePx,
      });
    }
  }
  const { widthPx: width, heightPx: height } = level;
  const joined = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(tiles)
    .removeAlpha()
    .raw()
    .toBuffer();
  const isGrey = (await sharp(tiles[0]?.input).metadata()).channels === 1;
  await sharp(joined, { raw: { width, height, channels: 3 } })
    .resize({ width: longerSidePx, height: longerSidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .jpeg({ quality, mozjpeg: true })
    .toFile(stillPath);
}
