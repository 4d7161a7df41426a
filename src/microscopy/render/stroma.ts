import { smoothStep } from '../../phantom/index.ts';
import type { Stroma } from '../lesion/stroma.ts';
import { blankCourse, followFibres } from '../scene/fibre-course.ts';
import { fineTexture, smoothTexture, type Texture, textureAt } from '../scene/texture.ts';

/** What a spot of tissue gives to its pixel: loads of dyes, and how much of it is oriented fibres. */
export interface Spot {
  haematoxylin: number;
  eosin: number;
  orange: number;
  brown: number;
  /** Collagen that turns polarised light, 1 in dense stroma. */
  fibres: number;
  /** The part of these fibres that crosses those of the field. */
  turned: number;
  /** By how much their own wave turns them against the field, in radians. */
  crimp: number;
  /** How far off the seam between two bundles it lies, in deviations. */
  seam: number;
  /** Of cells that are too small to be seen one by one: variances of haematoxylin and eosin. */
  varianceH: number;
  varianceE: number;
  varianceHE: number;
}

/** A spot with nothing in it. */
export const blankSpot = (): Spot => ({
  haematoxylin: 0,
  eosin: 0,
  orange: 0,
  brown: 0,
  fibres: 0,
  turned: 0,
  crimp: 0,
  seam: 0,
  varianceH: 0,
  varianceE: 0,
  varianceHE: 0,
});

/**
 * A step that is seen through what is no longer shown: of a value of which a part with this variance
 * is lost, the mean of `smoothStep`. A step is a slope of variance (high − low)² / 20; variances add.
 */
const lostStep = (low: number, high: number, value: number, lost: number): number => {
  if (lost <= 0) return smoothStep(low, high, value);
  const half = Math.sqrt((high - low) * (high - low) + 20 * lost) / 2;
  return smoothStep((low + high) / 2 - half, (low + high) / 2 + half, value);
};

/** How far textures of a size are still shown at a pitch: finer than two pixels they fade. */
export const fade = (sizeUm: number, pitchUm: number): number => smoothStep(1, 3, sizeUm / pitchUm);

/** A texture as far as it is shown: where it has faded it is not read. */
export const faded = (shown: number, texture: Texture, x: number, y: number): number =>
  shown > 0 ? shown * textureAt(texture, x, y) : 0;

/** How far what stroma is made of is shown at a pitch, worked out anew where the pitch is another one. */
const shown = { pitchUm: 0, bundle: 0, strand: 0, cleft: 0, fibril: 0, grain: 0 };
function showAt(pitchUm: number): void {
  if (shown.pitchUm === pitchUm) return;
  shown.pitchUm = pitchUm;
  shown.bundle = fade(13, pitchUm);
  shown.strand = fade(4.6, pitchUm);
  shown.cleft = fade(2.4, pitchUm);
  shown.fibril = fade(1.5, pitchUm);
  shown.grain = fade(1.1, pitchUm);
}

/** The part of dense stroma that is slits between fibres, where none is seen by itself. */
const slitsShare = 0.08;

/** What is told of the course of fibres; filled anew for each place. */
const course = blankCourse();

/** Bundles part by so much at most, and what has parted by less than the second is closed, in deviations of the seam. */
const [widest, hairline] = [0.46, 0.05];
/** Of the breadth of a cleft where bundles have parted, on the average over its seam, what it lets through. */
const partedShare = 0.7;

/**
 * Stroma at a place: across and along the fibres of the field, and how much of it is loose, from 0 (dense
 * collagen in wavy bundles) to 1 (the pale, watery stroma of lobules). Bundles are drawn out along the
 * fibres and part in clefts; eosin varies from bundle to bundle and over the field.
 */
export function stromaAt(
  x: number,
  y: number,
  acrossField: number,
  alongField: number,
  stroma: Stroma,
  loose: number,
  pitchUm: number,
  spot: Spot,
): void {
  followFibres(x, y, acrossField, alongField, stroma.bundles, course);
  const { along, across: v, hyaline, slack, wave, broad, seam } = course;
  spot.turned = course.turned;
  spot.seam = seam;
  const bundles = stroma.bundles * (1 - 0.75 * hyaline);
  // A hyaline band is of fibres too, though it has no clefts.
  const fibrous = stroma.bundles * (1 - 0.45 * hyaline);
  showAt(pitchUm);
  const bundle = shown.bundle * seam;
  const strand = faded(shown.strand, fineTexture, along / 30, v / 4.6 + 5);
  const fibril = faded(shown.fibril, fineTexture, along / 11 + 9, v / 1.5);
  const grain = faded(shown.grain, smoothTexture, x / 1.1, y / 1.1);
  // Each bundle has taken its own eosin.
  const tone = shown.bundle * (smoothStep(-0.15, 0.15, seam) - 0.5);
  const built = 0.1 * bundle + 0.2 * tone + 0.24 * strand + 0.15 * fibril;
  const dense =
    stroma.eosin *
    (1 + 0.1 * broad + 0.2 * stroma.bundles * hyaline + fibrous * built + 0.055 * grain);
  // Between bundles lies a pale, bluish ground, and here and there a cleft with soft edges.
  const gape = bundles * (-0.75 * bundle - 0.4 * strand + 0.55 * broad + 0.1);
  const lost =
    bundles *
    bundles *
    (0.56 * (1 - shown.bundle * shown.bundle) + 0.16 * (1 - shown.strand * shown.strand));
  const edge = stroma.bundles > 0.5 ? smoothStep(0.09, 0.02, course.fromBorder) : 0;
  const pale = Math.max(lostStep(0.7, 1.6, gape, lost), 0.3 * edge);
  // Along their seams bundles have parted, in clefts with sharp edges that end in points.
  const mostParted = widest * bundles;
  const parted =
    shown.cleft < 1 || Math.abs(seam) < mostParted
      ? mostParted *
        smoothStep(0.1, 1.7, textureAt(smoothTexture, along / 36 + 23, v / 15 + 7) + 0.5 * broad)
      : 0;
  const seen =
    parted > hairline && shown.cleft > 0
      ? smoothStep(hairline, 3 * hairline, parted) *
        smoothStep(parted, 0.5 * parted, Math.abs(seam))
      : 0;
  const cleft = Math.max(
    lostStep(1.75, 2.4, gape, lost) * (0.85 + 0.15 * fibril),
    shown.cleft * seen + (1 - shown.cleft) * partedShare * parted,
  );
  // Fibres part from each other in slits, which are as long as the fibres and end with them.
  const slits = smoothStep(0.9, 2, -0.85 * strand - 0.6 * fibril);
  const slit = bundles * (slitsShare + shown.fibril * (slits - slitsShare));
  let eosin = dense * (1 - 0.5 * pale) * (1 - 0.85 * cleft) * (1 - 0.38 * slit);
  let haematoxylin = (stroma.haematoxylin + 0.012 * strand + 0.075 * pale) * (1 - 0.85 * cleft);
  const part = loose > 0 ? smoothStep(0.12, 0.88, loose + 0.34 * bundle + 0.12 * strand - 0.1) : 0;
  if (part > 0) {
    // Loose stroma is a felt of thin fibres in a pale, bluish ground, with gaps drawn out along them.
    const felt = textureAt(fineTexture, along / 17 + 2, v / 5.5);
    const wisp = Math.max(0, 1 - 1.6 * Math.abs(felt));
    const net = Math.max(0, 1 - 1.5 * Math.abs(textureAt(fineTexture, x / 12 + 6, y / 12)));
    const thick = 0.35 + 0.65 * smoothStep(-1.2, 1.2, bundle - broad);
    const film = thick * Math.max(wisp, 0.55 * net);
    const gap = smoothStep(0.6, 2.2, -0.9 * felt + 0.4 * broad + 0.5 * bundle - 0.8 * net);
    const watery = (0.15 + 0.15 * film + 0.035 * grain) * (1 - 0.75 * gap);
    const mucin = (0.12 + 0.045 * broad + 0.02 * film) * (1 - 0.75 * gap);
    eosin += (watery - eosin) * part;
    haematoxylin += (mucin - haematoxylin) * part;
  }
  spot.eosin = Math.max(0, eosin);
  spot.haematoxylin = Math.max(0, haematoxylin);
  spot.orange =
    Math.max(0, stroma.orange + 0.03 * hyaline + 0.04 * bundle - 0.02 * broad) *
    (1 - 0.6 * pale) *
    (1 - 0.6 * slit) *
    (1 - part) *
    (1 - cleft);
  // Between polars each bundle goes dark at an angle of its own, and along its wave in turn.
  // Where bundles of two ways lie over each other neither has a wave of its own.
  const single = 1 - 4 * course.turned * (1 - course.turned);
  spot.crimp = single * (0.2 * slack * wave + 0.24 * bundle + 0.12 * strand);
  spot.fibres = Math.max(0, (eosin / 0.52) * (1 - 0.6 * part));
}
