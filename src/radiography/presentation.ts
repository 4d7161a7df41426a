import type { Signal } from './acquire.ts';
import { readRow } from './coarse-grid.ts';
import { clamp } from '../phantom/index.ts';
import { greyScaleOf, standardWindow, type Window, windowFor } from './grey-scale.ts';
import { raiseLocalContrast } from './local-contrast.ts';
import type { Processing } from './processing.ts';
import type { FloatRaster, GreyRaster } from './raster.ts';
import { deepFrom, equaliseRim, type Rim, rimOf } from './rim.ts';
import { nepersOf } from './transmission.ts';

/** A radiograph for reading. */
export interface Picture {
  readonly raster: GreyRaster;
  /** Grey levels to show from black to white. */
  readonly window: { readonly low: number; readonly high: number };
  /** The same in processed attenuation: give it to a magnification view to show it alike. */
  readonly nepers: Window;
}

/**
 * Turns detected quanta into a picture: logarithm, equalisation of the rim, local contrast by size,
 * standard window, grey levels of 16 bits. `window` takes the place of the window that the image
 * would choose for itself. Overwrites the signal's quanta, which spares a second image. Yields from 0
 * to 1 how much is done.
 */
export function* present(
  signal: Signal,
  processing: Processing,
  window?: Window,
): Generator<number, Picture, void> {
  const image = signal.quanta;
  const { pixels } = image;
  toNepers(pixels, 1 / signal.openFieldQuanta);
  yield 0.2;

  const rim = rimOf(signal);
  const objects = processing.equaliseRim ? equaliseRim(image, rim) : undefined;
  const level = processing.equaliseRim ? signal.fatNepers : 0;
  const blackFrom = processing.equaliseRim ? signal.airFrom : undefined;
  yield 0.4;

  const raising = raiseLocalContrast(image, processing, level, blackFrom);
  for (const done of raising) yield 0.4 + 0.4 * done;

  const nepers = window ?? processing.window ?? chosenWindow(image, rim, level);
  const greyOf = greyScaleOf(nepers, processing.gamma);
  const grey = greyLevels(image, level, greyOf, objects, blackFrom);
  yield 1;
  const { widthPx, heightPx, pitchUm, originMm } = image;
  return {
    raster: { widthPx, heightPx, pitchUm, originMm, pixels: grey },
    window: standardWindow,
    nepers,
  };
}

// The loops over all pixels stand apart: within a generator an engine makes poor code of them.

function toNepers(quanta: Float32Array, perOpenField: number): void {
  for (let i = 0; i < quanta.length; i++) {
    const count = quanta[i] as number;
    quanta[i] = nepersOf((count > 1 ? count : 1) * perOpenField);
  }
}

/**
 * The grey levels of attenuations over a level; of a pixel that is only part object, that part. From
 * `blackFrom` on a row is black.
 */
function greyLevels(
  { widthPx, heightPx, pixels }: FloatRaster,
  level: number,
  greyOf: (nepers: number) => number,
  objects?: Uint8Array,
  blackFrom?: Int32Array,
): Uint16Array {
  const grey = new Uint16Array(pixels.length);
  for (let y = 0; y < heightPx; y++) {
    const end = y * widthPx + (blackFrom?.[y] ?? widthPx);
    for (let i = y * widthPx; i < end; i++) {
      const shade = greyOf((pixels[i] as number) - level);
      grey[i] = objects ? (shade * (objects[i] as number)) / 255 : shade;
    }
  }
  return grey;
}

/** Fineness and reach of the histogram, in cells per neper and in nepers. */
const perNeper = 1024;
const least = -4;
const greatest = 16;

/** The window by the quantiles of the middle of the object; of the whole image where it has none. */
function chosenWindow(image: FloatRaster, { depth }: Rim, level: number): Window {
  const { widthPx, heightPx, pixels } = image;
  const inner = new Uint32Array((greatest - least) * perNeper);
  const all = new Uint32Array(inner.length);
  const deep = new Float32Array(widthPx);
  let counted = 0;
  for (let y = 0; y < heightPx; y += 2) {
    readRow(depth, y, deep);
    for (let x = 0; x < widthPx; x += 2) {
      const nepers = clamp(
        (pixels[y * widthPx + x] as number) - level,
        least,
        greatest - 1 / perNeper,
      );
      const cell = ((nepers - least) * perNeper) | 0;
      all[cell] = (all[cell] as number) + 1;
      if ((deep[x] as number) <= deepFrom) continue;
      inner[cell] = (inner[cell] as number) + 1;
      counted++;
    }
  }
  const cells = counted > 0 ? inner : all;
  return windowFor(quantile(cells, 0.05), quantile(cells, 0.95));
}

/** The value below which a part of the counted pixels lies. */
function quantile(cells: Uint32Array, part: number): number {
  let left = part * cells.reduce((sum, count) => sum + count, 0);
  const cell = cells.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return least + (cell + 0.5) / perNeper;
}
