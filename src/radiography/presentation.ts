import type { Signal } from './acquire.ts';
import {
  contrastOf,
  contrastWithin,
  greyScaleOf,
  standardWindow,
  type Window,
  windowFor,
} from './grey-scale.ts';
import { raiseLocalContrast } from './local-contrast.ts';
import type { Processing } from './processing.ts';
import type { FloatRaster, GreyRaster } from './raster.ts';
import { spreadOfMiddle } from './middle.ts';
import { equaliseRim, rimOf } from './rim.ts';
import { softenSkin } from './skin.ts';
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
  const equalised = processing.equaliseRim ? equaliseRim(image, rim) : undefined;
  const level = processing.equaliseRim ? signal.fatNepers : 0;
  const blackFrom = processing.equaliseRim ? signal.airFrom : undefined;
  if (equalised) {
    const contrast = window
      ? contrastWithin(window)
      : contrastOf(spreadOfMiddle(image, rim, level));
    softenSkin(image, rim, equalised.rise, contrast);
  }
  yield 0.4;

  const raising = raiseLocalContrast(image, processing, level, blackFrom, equalised?.objects);
  for (const done of raising) yield 0.4 + 0.4 * done;

  const nepers = window ?? processing.window ?? windowFor(spreadOfMiddle(image, rim, level));
  const greyOf = greyScaleOf(nepers, processing.gamma);
  const grey = greyLevels(image, level, greyOf, equalised?.objects, blackFrom);
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
