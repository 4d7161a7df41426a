import type { Draw } from './draw.ts';
import { clamp, pi, power, smoothStep } from './elementary.ts';
import { type Box, type PhantomPoint, phantomPoint } from './frame.ts';

/** The sizes of breast that a recipe may ask for, with their volume in front of the chest wall. */
export const breastVolumesCc = {
  small: [300, 480],
  medium: [520, 780],
  large: [850, 1200],
} as const satisfies Record<string, readonly [number, number]>;

/** The size of a breast, in words. */
export type BreastSize = keyof typeof breastVolumesCc;

/**
 * The breast at rest: a dome with elliptical slices, its axis from the chest wall to the nipple. The
 * dome goes on behind the chest wall (x < 0) with pectoral muscle and the fat of the axilla, which
 * the oblique view pulls into the picture. The nipple is part of the dome: its slices end in those of
 * the papilla.
 */
export interface Breast {
  readonly size: BreastSize;
  /** Volume in front of the chest wall. */
  readonly volumeCc: number;
  /** From the chest wall to the base of the nipple. */
  readonly depthMm: number;
  /** Semi-axes of the slice that the dome would have at its widest, behind the chest wall. */
  readonly halfWidthMm: number;
  readonly halfHeightMm: number;
  /** How far behind the chest wall the dome is widest, and ends. */
  readonly backMm: number;
  /** Exponent of the profile: 2 is an ellipse, more is fuller towards the nipple. */
  readonly fullness: number;
  readonly nipple: Nipple;
  readonly areolaRadiusMm: number;
  /** Thickness of the skin; it is `areolaSkin` times as thick at the nipple, and a third thicker below. */
  readonly skinMm: number;
  readonly areolaSkin: number;
}

/** The papilla of a breast, and the form it takes where it is pressed: no two women have the same. */
export interface Nipple {
  readonly radiusMm: number;
  readonly lengthMm: number;
  /** How much thinner it is before its tip than at its base, as a part. */
  readonly taper: number;
  /** Exponent of its tip: 2 is round, more is blunt like a button. */
  readonly blunt: number;
  /** Between the plates its foot is drawn out along so much of its length, as a part. */
  readonly flare: number;
}

/** Draws a breast of a size. */
export function growBreast(size: BreastSize, draw: Draw): Breast {
  const [least, most] = breastVolumesCc[size];
  const volumeCc = draw.uniform(least, most);
  const shape: Breast = {
    size,
    volumeCc,
    depthMm: 85 * draw.uniform(0.92, 1.08),
    halfWidthMm: 80 * draw.uniform(0.95, 1.06),
    halfHeightMm: 74 * draw.uniform(0.95, 1.06),
    backMm: 70,
    fullness: draw.uniform(1.9, 2.35),
    nipple: growNipple(draw),
    areolaRadiusMm: draw.uniform(15, 23),
    skinMm: draw.uniform(0.85, 1.4),
    areolaSkin: draw.uniform(1.3, 1.9),
  };
  // The shape is drawn at one size and then grown until the volume fits.
  const grow = power((volumeCc * 1000) / volumeInFrontMm3(shape), 1 / 3);
  return {
    ...shape,
    depthMm: shape.depthMm * grow,
    halfWidthMm: shape.halfWidthMm * grow,
    halfHeightMm: shape.halfHeightMm * grow,
    backMm: shape.backMm * grow,
  };
}

function growNipple(draw: Draw): Nipple {
  const radiusMm = draw.uniform(5.2, 7);
  const lengthMm = draw.uniform(3, 8);
  const form = draw.branch('nipple form');
  return {
    radiusMm,
    lengthMm,
    taper: form.uniform(0, 0.4),
    blunt: form.uniform(1.9, 4.5),
    flare: form.uniform(0.45, 0.85),
  };
}

/** The x coordinate of the nipple's tip. */
export const nippleTipMm = (breast: Breast): number => breast.depthMm + breast.nipple.lengthMm;

/** Half the width (y) and half the height (z) of the slice at a depth; 0 in front of the nipple. */
export function sliceAt(
  breast: Breast,
  xMm: number,
): { halfWidthMm: number; halfHeightMm: number } {
  const { depthMm, backMm, fullness } = breast;
  const reach = clamp((xMm + backMm) / (depthMm + backMm), 0, 1);
  const dome = 1 - power(reach, fullness);
  const papilla = papillaSquaredMm2(breast.nipple, xMm - depthMm);
  return {
    halfWidthMm: Math.sqrt(breast.halfWidthMm * breast.halfWidthMm * dome + papilla),
    halfHeightMm: Math.sqrt(breast.halfHeightMm * breast.halfHeightMm * dome + papilla),
  };
}

/**
 * The squared radius of the papilla at rest, at a distance in front of its base: round at the tip, and widened
 * at its foot, where it goes over into the areola without an edge.
 */
function papillaSquaredMm2({ radiusMm, lengthMm }: Nipple, fromBaseMm: number): number {
  const t = clamp(fromBaseMm / lengthMm, 0, 1);
  const foot = 1 - t;
  return radiusMm * radiusMm * (1 - t * t * t + 1.6 * foot * foot * foot);
}

/**
 * How deep a point lies under the surface of the skin; negative outside. The first-order distance
 * to the slice's ellipse, tilted with the dome: right at the skin, too large by up to a third in the
 * middle of the breast.
 */
export const depthUnderSkinMm = (breast: Breast, p: PhantomPoint): number =>
  openDepthUnderSkin(breast)(p);

/** The same for many points: quick where one after the other lies in the same slice. */
export function openDepthUnderSkin(breast: Breast): (p: PhantomPoint) => number {
  const tipMm = nippleTipMm(breast);
  const step = 0.5;
  let last = Number.NaN;
  let here = { halfWidthMm: 0, halfHeightMm: 0 };
  let ahead = here;
  return ([x, y, z]) => {
    if (x >= tipMm) return tipMm - x;
    if (x !== last) {
      last = x;
      here = sliceAt(breast, x);
      ahead = sliceAt(breast, Math.min(x + step, tipMm - 1e-3));
    }
    const { halfWidthMm, halfHeightMm } = here;
    const place = placeIn(here, y, z);
    const gradientX = (placeIn(ahead, y, z) - place) / step;
    const radius = Math.max(place, 1e-3);
    const gy = y / (halfWidthMm * halfWidthMm * radius);
    const gz = z / (halfHeightMm * halfHeightMm * radius);
    const steepness = Math.sqrt(gradientX * gradientX + gy * gy + gz * gz);
    return (1 - place) / Math.max(steepness, 0.5 / Math.max(halfWidthMm, halfHeightMm));
  };
}

/** The thickness of the skin nearest to a point. */
export function skinThicknessMm(breast: Breast, p: PhantomPoint): number {
  const fromNipple = (p[1] * p[1] + p[2] * p[2]) / (breast.areolaRadiusMm * breast.areolaRadiusMm);
  const front = p[0] > 0 ? 1 / (1 + fromNipple * fromNipple) : 0;
  const below = smoothStep(0, -0.8, p[2] / breast.halfHeightMm);
  return breast.skinMm * (1 + (breast.areolaSkin - 1) * front + 0.35 * below);
}

/** The box that holds the breast, with the part behind the chest wall. */
export function breastBox(breast: Breast): Box {
  const { backMm, halfWidthMm, halfHeightMm } = breast;
  return {
    min: phantomPoint(-backMm, -halfWidthMm, -halfHeightMm),
    max: phantomPoint(nippleTipMm(breast), halfWidthMm, halfHeightMm),
  };
}

/** The place of a point in its slice: 0 on the axis, 1 on the skin. */
function placeIn(slice: ReturnType<typeof sliceAt>, y: number, z: number): number {
  const across = y / Math.max(slice.halfWidthMm, 1e-3);
  const up = z / Math.max(slice.halfHeightMm, 1e-3);
  return Math.sqrt(across * across + up * up);
}

function volumeInFrontMm3(breast: Breast): number {
  const steps = 200;
  const width = nippleTipMm(breast) / steps;
  let volume = 0;
  for (let i = 0; i < steps; i++) {
    const { halfWidthMm, halfHeightMm } = sliceAt(breast, (i + 0.5) * width);
    volume += pi * halfWidthMm * halfHeightMm * width;
  }
  return volume;
}
