/** Makes one pyramid: source in, SZI file and still picture out. Node only; runs in a child. */
import { rm } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { type FinerTile, innerName, writeCanonicalSzi } from './canonical-szi.ts';
import { mostPixels, recipe } from './recipe.ts';
import { shadesOf } from './shades.ts';
import type { FileImage, GreyPixels } from './source.ts';
import { writeStill } from './still.ts';

/** Where the results go: paths of files that do not exist yet, in a folder that does. */
export interface Places {
  readonly szi: string;
  readonly still: string;
  /** For what a renderer knows of its image: kept beside it, never published. */
  readonly truth: string;
}

/**
 * Makes the pyramid and the still of a source with `threads` threads. Places that are there in finer levels
 * are kept with it. Throws what the decoder says.
 */
export async function makePyramid(
  source: FileImage | GreyPixels,
  places: Pick<Places, 'szi' | 'still'>,
  threads: number,
  finer: readonly FinerTile[] = [],
): Promise<void> {
  await writePyramid(source, places.szi, threads, finer);
  await writeStill(places.szi, places.still);
}

/** Makes the pyramid alone. The image streams through, so that memory does not grow with its area. */
export async function writePyramid(
  source: FileImage | GreyPixels,
  szi: string,
  threads: number,
  finer: readonly FinerTile[] = [],
): Promise<void> {
  sharp.concurrency(threads);
  sharp.cache(false);
  const { image, isGrey } = await open(source);
  const unordered = `${szi}.unordered`;
  await image
    .jpeg({ ...(isGrey ? recipe.grey : recipe.colour), optimiseCoding: false })
    .tile({
      size: recipe.tileSizePx,
      overlap: recipe.overlapPx,
      layout: 'dz',
      container: 'zip',
      basename: innerName,
    })
    .toFile(unordered);
  await writeCanonicalSzi(unordered, szi, finer);
  await rm(unordered);
}

/** A picture of one colour tile, as those of pyramids are. */
export const jpegOf = (tile: Sharp): Promise<Uint8Array> => tile.jpeg(recipe.colour).toBuffer();

/** The image as 8-bit grey or sRGB, upright, without transparency. */
async function open(source: FileImage | GreyPixels): Promise<{ image: Sharp; isGrey: boolean }> {
  if (source.kind === 'grey') {
    const { widthPx: width, heightPx: height } = source;
    const image = sharp(shadesOf(source), { raw: { width, height, channels: 1 } });
    return { image: image.toColourspace('b-w'), isGrey: true };
  }
  const input = sharp(source.path, { limitInputPixels: mostPixels, autoOrient: true });
  const { channels, depth, hasAlpha } = await input.metadata();
  const isGrey = channels < 3;
  if (!isGrey) {
    return { image: hasAlpha ? input.flatten({ background: '#fff' }) : input, isGrey };
  }
  const image = hasAlpha ? input.removeAlpha() : input;
  if (depth === 'ushort') {
    const { low, high } = source.window ?? { low: 0, high: 65535 };
    // The window is stretched over 16 bits, then cut down to 8; values beyond it are clipped.
    const slope = 65535 / (high - low);
    return { image: image.linear(slope, -low * slope).toColourspace('b-w'), isGrey };
  }
  return { image: image.toColourspace('b-w'), isGrey };
}
