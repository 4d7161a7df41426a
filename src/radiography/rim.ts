import { attenuationPerMm } from './attenuation.ts';
import { blurredGrid, type CoarseGrid, combine, readRow } from './coarse-grid.ts';
import { clamp } from './elementary.ts';
import type { FloatRaster } from './raster.ts';

/** How the object thins out towards its rim, as far as the unit knows it. */
export interface Rim {
  /** Mean thickness in millimetres about each cell, the air beside the object left out. */
  readonly thickness: CoarseGrid;
  /** Part of the surroundings that is object: 1 in its depth, ½ at its rim, 0 in the air. */
  readonly depth: CoarseGrid;
  /** Thickness between the plates, of which the rim falls short. */
  readonly thicknessMm: number;
  /** Attenuation in nepers of fat of a millimetre. */
  readonly fatPerMm: number;
}

/** From this depth on a pixel counts as being in the middle of the object. */
export const deepFrom = 0.99;

/** Describes the rim from the mean thickness and the covered part of each cell. */
export function rimOf(
  thickness: CoarseGrid,
  coverage: CoarseGrid,
  seen: { readonly thicknessMm: number; readonly energyKev: number; readonly pitchUm: number },
): Rim {
  const pixels = (mm: number) => (mm * 1000) / seen.pitchUm;
  const near = pixels(1.2);
  return {
    thickness: combine(
      (mm, covered) => mm / Math.max(covered, 1e-3),
      blurredGrid(thickness, near),
      blurredGrid(coverage, near),
    ),
    depth: blurredGrid(coverage, pixels(5)),
    thicknessMm: seen.thicknessMm,
    fatPerMm: attenuationPerMm('adipose', seen.energyKev),
  };
}

/** Attenuation in nepers of fat of the full thickness: the level about which contrast is raised. */
export const referenceNepers = ({ thicknessMm, fatPerMm }: Rim): number => thicknessMm * fatPerMm;

/** Attenuation between which air passes into object: half a millimetre to three of fat. */
const airBelow = 0.03;
const objectFrom = 0.15;

/** How much of a pixel is object, 0 to 1, by its attenuation in nepers. */
export function objectPart(nepers: number): number {
  const t = clamp((nepers - airBelow) / (objectFrom - airBelow), 0, 1);
  return t * t * (3 - 2 * t);
}

/** Part of the missing thickness that is made good. */
const restored = 0.97;
/** Below this thickness the rim is left to fall off. */
const leastMm = 8;
/** How far below the reference air comes to lie, in nepers: just under the window. */
const airBelowReference = 0.25;

/**
 * Raises the thin rim of the object to the level of its middle, in place, as if the plates were
 * filled up with fat; makers call it peripheral or thickness equalisation (methods sheet, 3.8).
 * Returns how much of each pixel is object, from 0 to 255.
 */
export function equaliseRim(image: FloatRaster, rim: Rim): Uint8Array {
  const { widthPx, heightPx, pixels } = image;
  const objects = new Uint8Array(pixels.length);
  const smooth = new Float32Array(widthPx);
  const air = referenceNepers(rim) - airBelowReference;
  for (let y = 0; y < heightPx; y++) {
    readRow(rim.thickness, y, smooth);
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      const nepers = pixels[at] as number;
      const object = objectPart(nepers);
      const mm = Math.max(smooth[x] as number, leastMm);
      const raised = nepers + restored * rim.fatPerMm * Math.max(0, rim.thicknessMm - mm);
      pixels[at] = object * raised + (1 - object) * air;
      objects[at] = 255 * object + 0.5;
    }
  }
  return objects;
}
