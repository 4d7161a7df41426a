import type { Signal } from './acquire.ts';
import { addRow, blurredGrid, type CoarseGrid, combine, openGrid, readRow } from './coarse-grid.ts';
import { clamp } from '../phantom/index.ts';
import type { FloatRaster } from './raster.ts';

/** How the object thins out towards its rim, as far as the unit knows it. */
export interface Rim {
  /** Mean thickness in millimetres about each cell, the air beside the object left out. */
  readonly thickness: CoarseGrid;
  /** The column from which on each row is air. */
  readonly airFrom: Int32Array;
  /** Part of the surroundings that is object: 1 in its depth, ½ at its rim, 0 in the air. */
  readonly depth: CoarseGrid;
  /** How much of the surroundings is nipple, 0 to 1: it goes over into the breast without an edge. */
  readonly nipple: CoarseGrid;
  /** Thickness between the plates, of which the rim falls short. */
  readonly thicknessMm: number;
  /** Attenuation in nepers of fat that fills the plates: the level about which contrast is raised. */
  readonly fatNepers: number;
}

/** From this depth on a pixel counts as being in the middle of the object. */
export const deepFrom = 0.99;

/** Describes the rim of what a signal shows. */
export function rimOf(signal: Signal): Rim {
  const { airFrom, thickness, coverage, thicknessMm, fatNepers } = signal;
  const pixels = (mm: number) => (mm * 1000) / signal.quanta.pitchUm;
  const near = pixels(0.5);
  const perCovered = (value: number, covered: number) => value / Math.max(covered, 1e-3);
  const mean = combine(
    perCovered,
    blurredGrid(thickness, near, 'onward'),
    blurredGrid(coverage, near, 'onward'),
  );
  const nipple = combine(nipplePart, mean, blurredGrid(coverage, pixels(1.4)));
  return {
    airFrom,
    thickness: mean,
    depth: blurredGrid(coverage, pixels(5)),
    nipple: combine(
      perCovered,
      blurredGrid(nipple, pixels(nippleSoftMm)),
      blurredGrid(coverage, pixels(nippleSoftMm)),
    ),
    thicknessMm,
    fatNepers,
  };
}

/** Attenuation between which air passes into object: two to twenty-five millimetres of fat. */
const airBelow = 0.08;
const objectFrom = 1.2;

/** How much of a pixel is object, 0 to 1, by its attenuation in nepers. */
export function objectPart(nepers: number): number {
  const t = clamp((nepers - airBelow) / (objectFrom - airBelow), 0, 1);
  return t * (2 - t);
}

/** Part of the missing thickness that is made good. */
const restored = 0.985;
/** Below this thickness the rim is left to fall off. */
const leastMm = 5;

/**
 * Raises the thin rim of the object to the level of its middle, in place, as if the plates were
 * filled up with fat; makers call it peripheral or thickness equalisation. Then softens the skin. Air
 * takes the level of the middle, lest it be enhanced as an edge. Returns how much of each pixel is
 * object, from 0 to 255.
 */
export function equaliseRim(image: FloatRaster, rim: Rim): Uint8Array {
  const { widthPx, heightPx, pixels } = image;
  const { airFrom, thicknessMm, fatNepers } = rim;
  const perMm = (restored * fatNepers) / thicknessMm;
  const objects = new Uint8Array(pixels.length);
  const smooth = new Float32Array(widthPx);
  const excess = openGrid(image, skinCellMm);
  const counted = openGrid(image, skinCellMm);
  const above = new Float64Array(widthPx);
  const parts = new Float64Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const air = airFrom[y] as number;
    readRow(rim.thickness, y, smooth.subarray(0, air));
    above.fill(0, air);
    parts.fill(0, air);
    pixels.fill(fatNepers, y * widthPx + air, (y + 1) * widthPx);
    for (let x = 0, at = y * widthPx; x < air; x++, at++) {
      const nepers = pixels[at] as number;
      const object = objectPart(nepers);
      const mm = Math.max(smooth[x] as number, leastMm);
      const raised = nepers + perMm * Math.max(0, thicknessMm - mm);
      above[x] = object * (raised - fatNepers);
      parts[x] = object;
      pixels[at] = fatNepers + (above[x] as number);
      objects[at] = 255 * object + 0.5;
    }
    addRow(excess, y, above);
    addRow(counted, y, parts);
  }
  softenSkin(image, rim, excess, counted);
  return objects;
}

/**
 * What rises above the level of the middle nears `most` nepers, the faster the less `half` is: so none is burnt
 * out. The nipple is broad, and local contrast will raise it less than the line of the skin, beside which it
 * would look dim: it nears more.
 */
const skinRise = { most: 0.2225, half: 0.125 } as const;
const nippleRise = { most: 0.42, half: 0.08 } as const;
/** Over so much the one goes over into the other. */
const nippleSoftMm = 2.5;
/** Between these depths all is kept again: the skin, and some 10 mm further in. */
const skinDepth = 0.57;
const tissueDepth = 0.997;
const skinCellMm = 0.2;

/**
 * How much of a place is nipple, 0 to 1, by the thickness and the depth about it: nothing else is so thin so
 * far from the air. Thickness in millimetres between which it goes over into the breast; by how much a place
 * as thick is deeper in the rim of the breast for each millimetre, and over how much more it is nipple.
 */
function nipplePart(thicknessMm: number, nearDepth: number): number {
  const thin = clamp((23 - thicknessMm) / 9, 0, 1);
  return thin * clamp((nearDepth - 0.52 - 0.019 * Math.max(thicknessMm, 0)) / 0.12, 0, 1);
}

/** Takes away part of what the rim, smoothed over 0.2 mm, rises above the level of the middle. */
function softenSkin(image: FloatRaster, rim: Rim, excess: CoarseGrid, counted: CoarseGrid): void {
  const { widthPx, heightPx, pixels } = image;
  const sigmaPx = 200 / image.pitchUm;
  const surplus = combine(
    (sum, count) => Math.max(0, sum / Math.max(count, 1)),
    blurredGrid(excess, sigmaPx),
    blurredGrid(counted, sigmaPx),
  );
  const high = new Float32Array(widthPx);
  const depth = new Float32Array(widthPx);
  const nippleParts = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const air = rim.airFrom[y] as number;
    readRow(surplus, y, high.subarray(0, air));
    readRow(rim.depth, y, depth.subarray(0, air));
    readRow(rim.nipple, y, nippleParts.subarray(0, air));
    for (let x = 0, at = y * widthPx; x < air; x++, at++) {
      const inwards = clamp(((depth[x] as number) - skinDepth) / (tissueDepth - skinDepth), 0, 1);
      const nepers = pixels[at] as number;
      const own = nepers - rim.fatNepers;
      if (inwards === 1 || own <= 0) continue;
      const top = high[x] as number;
      // What was blurred has neither its middle nor its end any more: both are given back.
      const nipple = clamp(1.4 * (nippleParts[x] as number) - 0.08, 0, 1);
      const most = skinRise.most + nipple * (nippleRise.most - skinRise.most);
      const half = skinRise.half + nipple * (nippleRise.half - skinRise.half);
      const taken = 1 - most / (top + half);
      const softened = (1 - inwards * inwards) * taken * Math.min(top, 1.6 * own);
      pixels[at] = nepers - softened;
    }
  }
}
