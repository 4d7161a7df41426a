/** A pyramid of an image that was made in the page: its tiles are cut when they are asked for. */
import { type DeepZoom, levelsOf } from '../pyramid/dzi.ts';
import { shadesOf } from '../pyramid/shades.ts';
import type { GreyWindow } from '../pyramid/source.ts';
import type { Szi } from '../pyramid/szi.ts';

/** Grey levels of 16 bits, row by row, with the window to show them in. */
export interface GreyImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint16Array;
  readonly window: GreyWindow;
}

const tileSizePx = 512;

/** The pyramid of a grey image, seen through its window. */
export function rasterPyramid(image: GreyImage): Szi {
  const { widthPx, heightPx } = image;
  const deepZoom: DeepZoom = { widthPx, heightPx, tileSizePx, overlapPx: 0, format: 'png' };
  const levels = levelsOf(deepZoom);
  const whole = canvasOf(image);
  return {
    ...deepZoom,
    levels,
    descriptor: '',
    async tile(level, column, row) {
      const size = levels[level];
      const [left, top] = [column * tileSizePx, row * tileSizePx];
      if (!size || left >= size.widthPx || top >= size.heightPx) return undefined;
      const shrink = 2 ** (levels.length - 1 - level);
      const width = Math.min(tileSizePx, size.widthPx - left);
      const height = Math.min(tileSizePx, size.heightPx - top);
      const tile = new OffscreenCanvas(width, height);
      const context = contextOf(tile);
      context.imageSmoothingQuality = 'high';
      const part = [left, top, width, height].map((px) => px * shrink);
      const [x = 0, y = 0, across = 0, down = 0] = part;
      context.drawImage(whole, x, y, across, down, 0, 0, width, height);
      return tile.convertToBlob({ type: 'image/png' });
    },
  };
}

function canvasOf(image: GreyImage): OffscreenCanvas {
  const { widthPx, heightPx } = image;
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = contextOf(canvas);
  const picture = context.createImageData(widthPx, heightPx);
  picture.data.fill(255);
  for (const [at, shade] of shadesOf(image).entries()) picture.data.fill(shade, 4 * at, 4 * at + 3);
  context.putImageData(picture, 0, 0);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser can draw no picture.');
  return context;
}
