import type { ViewKindId } from '../lexicon/index.ts';
import type { Breast } from './breast.ts';
import { type Draw, openDraw } from './draw.ts';
import { clamp, cosine, pi, power, sine } from './elementary.ts';
import type { Vector } from './vector.ts';

/** The views for which the breast lies between plates. */
export const compressedViewIds = [
  'cc',
  'mlo',
  'ml',
  'magnification-cc',
  'magnification-ml',
] as const satisfies readonly ViewKindId[];

/** The id of a view for which the breast lies between plates. */
export type CompressedViewId = (typeof compressedViewIds)[number];

/**
 * How a breast is positioned for one view: what the radiographer's hands decide. No two positionings
 * are alike, so that the same depth behind the nipple is a little different in CC and in ML.
 */
export interface Position {
  readonly view: CompressedViewId;
  /** Angle of the beam from the vertical, turned about the axis of the nipple: CC 0, ML 90. */
  readonly angleDeg: number;
  readonly thicknessMm: number;
  /** How much farther from the chest wall the nipple comes to lie than at rest. */
  readonly pull: number;
  /** Exponent of the outline: 2 is an ellipse, more is squarer. */
  readonly outline: number;
  readonly nipple: NipplePosition;
  /** How much the upper part of the image is drawn out at the cost of its depth, 0 to 0.5. */
  readonly drawnUp: number;
  /** The slope at which the upper part leans forward, where the arm and the muscle lie. */
  readonly lean: number;
  readonly leanFromMm: number;
  /** Near the chest wall tissue hangs down: the fold under the breast and the skin of the belly. */
  readonly fold: { readonly slope: number; readonly fromMm: number };
  /** Soft tissue shifts in the plane of the plates, as two long waves. */
  readonly shift: {
    readonly amplitudeMm: readonly [number, number];
    readonly waveMm: readonly [number, number];
    readonly phase: readonly [number, number];
  };
}

/** How the nipple comes to lie between the plates: it is gripped anew for each view. */
export interface NipplePosition {
  /** How much of its length stands out; the rest is pressed flat into the breast. */
  readonly out: number;
  /** The slope at which it leans to the side. */
  readonly lean: number;
  /** Its wrinkles: how deep as a part of its breadth, how far apart, and where they begin. */
  readonly folds: { readonly part: number; readonly waveMm: number; readonly phase: number };
}

const angles: Record<CompressedViewId, number> = {
  cc: 0,
  mlo: 45,
  ml: 90,
  'magnification-cc': 0,
  'magnification-ml': 90,
};

/** Mean compressed thickness over the cube root of the volume: 55 mm for 650 cm³. */
const thicknessPerRoot = 6.35;

/** Draws how a breast is positioned for a view; the draw's own seed and the view decide. */
export function positionFor(view: CompressedViewId, breast: Breast, patient: Draw): Position {
  const draw = patient.branch(`position ${view}`);
  const oblique = view === 'mlo';
  const spot = view.startsWith('magnification') ? 0.92 : 1;
  return {
    view,
    angleDeg: angles[view] + draw.uniform(-4, 4),
    thicknessMm:
      thicknessPerRoot * power(breast.volumeCc, 1 / 3) * spot * draw.uniform(0.93, 1.07) +
      (oblique ? 2 : 0),
    pull: draw.uniform(1.05, 1.22),
    outline: draw.uniform(1.85, 2.8),
    drawnUp: oblique ? draw.uniform(0.2, 0.42) : draw.uniform(-0.09, 0.09),
    nipple: nippleFor(draw.branch('nipple')),
    lean: oblique ? draw.uniform(0.34, 0.62) : draw.uniform(-0.06, 0.06),
    leanFromMm: oblique ? draw.uniform(-35, 12) : draw.uniform(-20, 20),
    fold: foldFor(oblique ? 0.7 : view.endsWith('ml') ? 0.5 : 0, draw.branch('fold')),
    shift: {
      amplitudeMm: [draw.uniform(0.8, 2.4), draw.uniform(0.8, 2)],
      waveMm: [draw.uniform(70, 120), draw.uniform(70, 120)],
      phase: [draw.uniform(0, 2 * pi), draw.uniform(0, 2 * pi)],
    },
  };
}

function nippleFor(draw: Draw): NipplePosition {
  return {
    out: draw.chance(0.5) ? 1 : draw.uniform(0.35, 0.9),
    lean: clamp(draw.normal(0, 0.26), -0.5, 0.5),
    folds: {
      part: draw.uniform(0, 0.04),
      waveMm: draw.uniform(1.8, 3.2),
      phase: draw.uniform(0, 2 * pi),
    },
  };
}

function foldFor(often: number, draw: Draw): Position['fold'] {
  return draw.chance(often)
    ? { slope: draw.uniform(0.5, 1.5), fromMm: draw.uniform(3, 15) }
    : { slope: 0, fromMm: 0 };
}

/** Which way is down, in the compressed frame of a view: the patient stands upright. */
export function downIn(position: Position): Vector {
  const angle = (position.angleDeg * pi) / 180;
  return [0, -sine(angle), -cosine(angle)];
}

/** Opens the draw of a patient; all that is anatomy or positioning branches from it. */
export const openPatient = (seed: number): Draw => openDraw(seed, 'patient');
