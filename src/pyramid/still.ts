/** The still picture of a view, put together from its pyramid. Node only. */
import sharp from 'sharp';
import { fileSource } from './file-source.ts';
import { recipe } from './recipe.ts';
import type { Level } from './dzi.ts';
import { openSzi, type Szi } from './szi.ts';

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
  const joined = await join(szi, level);
  await sharp(joined.samples, { raw: joined.raw })
    .resize({ width: longerSidePx, height: longerSidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace(joined.raw.channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality, progressive: true })
    .toFile(stillPath);
}

/** Puts the tiles of a level together, as 8-bit samples; where they overlap, the later one counts. */
async function join(szi: Szi, { level, widthPx, heightPx, columns, rows }: Level) {
  let samples = new Uint8Array(0);
  let channels: 1 | 3 = 3;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const tile = await szi.tile(level, column, row);
      if (!tile) throw new Error('The pyramid lacks a tile.');
      const encoded = sharp(await tile.arrayBuffer());
      channels = (await encoded.metadata()).channels === 1 ? 1 : 3;
      const { data, info } = await encoded
        .toColourspace(channels === 1 ? 'b-w' : 'srgb')
        .raw()
        .toBuffer({ resolveWithObject: true });
      if (samples.length === 0) samples = new Uint8Array(widthPx * heightPx * channels);
      const lineBytes = info.width * channels;
      const left = startOf(szi, column);
      const top = startOf(szi, row);
      for (let y = 0; y < info.height; y++) {
        const to = (top + y) * widthPx + left;
        samples.set(data.subarray(y * lineBytes, (y + 1) * lineBytes), to * channels);
      }
    }
  }
  return { samples, raw: { width: widthPx, height: heightPx, channels } };
}

/** Where a column or a row of tiles begins: all but the first reach over their neighbour's edge. */
function startOf({ tileSizePx, overlapPx }: Szi, index: number): number {
  return index * tileSizePx - (index > 0 ? overlapPx : 0);
}
