import { addRow, blurredGrid, type CoarseGrid, combine, openGrid, readRow } from './coarse-grid.ts';
import { clamp } from './elementary.ts';
import type { FloatRaster } from './raster.ts';

/** Where in a radiograph the object is, and how its level falls off towards its rim. */
export interface Rim {
  /** Attenuation in nepers of the object, smoothed over millimetres; the air beside it left out. */
  readonly level: CoarseGrid;
  /** Part of the surroundings that is object: 1 in its depth, ½ at its rim, 0 in the air. */
  readonly depth: CoarseGrid;
  /** Level of the fatty parts of the middle, in nepers. */
  readonly reference: number;
}

/** Attenuation between which air passes into object: half a millimetre to three of fat. */
const airBelow = 0.03;
const objectFrom = 0.15;

/** How much of a pixel is object, 0 to 1, by its attenuation in nepers. */
export const objectPart = (nepers: number): number => {
  const t = clamp((nepers - airBelow) / (objectFrom - airBelow), 0, 1);
  return t * t * (3 - 2 * t);
};

/** From this depth on a pixel counts as being in the middle of the object. */
export const deepFrom = 0.99;

/** Finds the rim of the object in an image of attenuation (nepers). */
export function findRim(image: FloatRaster): Rim {
  const { widthPx, heightPx, pitchUm, pixels } = image;
  const cellMm = 0.6;
  const parts = openGrid(image, cellMm);
  const sums = openGrid(image, cellMm);
  const part = new Float64Array(widthPx);
  const share = new Float64Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const nepers = pixels[y * widthPx + x] as number;
      const object = objectPart(nepers);
      part[x] = object;
      share[x] = object * nepers;
    }
    addRow(parts, y, part);
    addRow(sums, y, share);
  }
  const pixelsOf = (mm: number) => (mm * 1000) / pitchUm;
  const near = 1e-3 * parts.cellPx * parts.cellPx;
  const level = combine(
    (sum, count) => sum / Math.max(count, near),
    blurredGrid(sums, pixelsOf(1.5)),
    blurredGrid(parts, pixelsOf(1.5)),
  );
  const full = combine((count) => Math.min(1, count / (parts.cellPx * parts.cellPx)), parts);
  const depth = blurredGrid(full, pixelsOf(5));
  return { level, depth, reference: referenceOf(level, depth) };
}

/** The lowest tenth of the levels in the depth of the object: fat at full thickness. */
function referenceOf(level: CoarseGrid, depth: CoarseGrid): number {
  const deep = level.values.filter((_, i) => (depth.values[i] as number) > deepFrom).sort();
  return deep[Math.floor(deep.length / 10)] ?? 0;
}

/** Part of the loss at the rim that is made good. */
const restored = 0.95;
/** Below this part of the reference the rim is left to fall off: there is next to nothing to raise. */
const leastLevel = 0.15;
/** How far below the reference air comes to lie, in nepers: just under the window. */
const airBelowReference = 0.25;

/**
 * Raises the thin rim of the object to the level of its middle, in place, as makers do under the name
 * of peripheral or thickness equalisation: what the smoothed level lacks of the reference is added.
 * Returns how much of each pixel is object, from 0 to 255.
 */
export function equaliseRim(image: FloatRaster, { level, reference }: Rim): Uint8Array {
  const { widthPx, heightPx, pixels } = image;
  const objects = new Uint8Array(pixels.length);
  const smooth = new Float32Array(widthPx);
  const air = reference - airBelowReference;
  for (let y = 0; y < heightPx; y++) {
    readRow(level, y, smooth);
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      const nepers = pixels[at] as number;
      const lack = reference - Math.max(smooth[x] as number, leastLevel * reference);
      const raised = nepers + restored * Math.max(0, lack);
      const object = objectPart(nepers);
      pixels[at] = object * raised + (1 - object) * air;
      objects[at] = 255 * object + 0.5;
    }
  }
  return objects;
}
