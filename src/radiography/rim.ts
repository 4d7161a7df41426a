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
  const perCovered = (value: number, covered: number) => value / Math.max(covered, 1e-3);
  const meanOver = (mm: number) =>
    combine(
      perCovered,
      blurredGrid(thickness, pixels(mm), 'onward'),
      blurredGrid(coverage, pixels(mm), 'onward'),
    );
  const mean = meanOver(0.65);
  const soft = pixels(nippleSoftMm);
  const nipple = combine(
    // What was blurred has neither its middle nor its end any more: both are given back.
    (part, covered) => clamp(5 * perCovered(part, covered) - 0.12, 0, 1),
    blurredGrid(combine(nipplePart, mean, blurredGrid(coverage, pixels(1.4))), soft),
    blurredGrid(coverage, soft),
  );
  // Where the breast goes over into the nipple it bends within less: a line would be left across its foot.
  const bend = combine((fine, broad) => fine - broad, meanOver(0.3), mean);
  const bent = combine((by, part) => by * clamp(1.5 * part, 0, 1), bend, nipple);
  return {
    airFrom,
    thickness: combine((broad, by) => broad + by, mean, bent),
    depth: blurredGrid(coverage, pixels(5)),
    nipple,
    thicknessMm,
    fatNepers,
  };
}

/** Over so much the nipple goes over into the breast. */
const nippleSoftMm = 4;

/**
 * How much of a place is nipple, 0 to 1, by the thickness and the depth about it: nothing else is so thin so
 * far from the air. Thickness in millimetres between which it goes over into the breast; by how much a place
 * as thick is deeper in the rim of the breast for each millimetre, and over how much more it is nipple.
 */
function nipplePart(thicknessMm: number, nearDepth: number): number {
  const thin = clamp((23 - thicknessMm) / 9, 0, 1);
  return thin * clamp((nearDepth - 0.52 - 0.019 * Math.max(thicknessMm, 0)) / 0.12, 0, 1);
}

/** Attenuation between which air passes into object: two to twenty-five millimetres of fat. */
const airBelow = 0.08;
const objectFrom = 1.755;
/** The nipple is thin and no rim: it is object as a whole from ten millimetres on. */
const nippleFrom = 0.5;

/** How much of a pixel is object, 0 to 1, by its attenuation in nepers. */
export function objectPart(nepers: number, nipple = 0): number {
  const from = objectFrom + nipple * (nippleFrom - objectFrom);
  const t = clamp((nepers - airBelow) / (from - airBelow), 0, 1);
  return t * (2 - t);
}

/** Part of the missing thickness that is made good. */
const restored = 0.985;
/** The rise is known over so much. */
const riseMm = 0.2;
/** Below this thickness the rim is left to fall off. */
const leastMm = 5;

/** What an equalised picture keeps of its rim. */
export interface Equalised {
  /** How much of each pixel is object, from 0 to 255. */
  readonly objects: Uint8Array;
  /** Mean rise in nepers above the level of the middle, over 0.2 mm. */
  readonly rise: CoarseGrid;
}

/**
 * Raises the thin rim of the object to the level of its middle, in place, as if the plates were
 * filled up with fat; makers call it peripheral or thickness equalisation. Air takes the level of the middle,
 * lest it be enhanced as an edge.
 */
export function equaliseRim(image: FloatRaster, rim: Rim): Equalised {
  const { widthPx, heightPx, pixels } = image;
  const { airFrom, thicknessMm, fatNepers } = rim;
  const perMm = (restored * fatNepers) / thicknessMm;
  const objects = new Uint8Array(pixels.length);
  const smooth = new Float32Array(widthPx);
  const excess = openGrid(image, riseMm);
  const counted = openGrid(image, riseMm);
  const nipples = new Float32Array(widthPx);
  const above = new Float64Array(widthPx);
  const parts = new Float64Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const air = airFrom[y] as number;
    readRow(rim.thickness, y, smooth.subarray(0, air));
    readRow(rim.nipple, y, nipples.subarray(0, air));
    above.fill(0, air);
    parts.fill(0, air);
    pixels.fill(fatNepers, y * widthPx + air, (y + 1) * widthPx);
    for (let x = 0, at = y * widthPx; x < air; x++, at++) {
      const nepers = pixels[at] as number;
      const object = objectPart(nepers, nipples[x] as number);
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
  const sigmaPx = (riseMm * 1000) / image.pitchUm;
  const rise = combine(
    (sum, count) => Math.max(0, sum / Math.max(count, 1)),
    blurredGrid(excess, sigmaPx),
    blurredGrid(counted, sigmaPx),
  );
  return { objects, rise };
}
