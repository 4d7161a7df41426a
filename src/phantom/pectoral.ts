import type { Breast } from './breast.ts';
import type { Draw } from './draw.ts';
import { clamp, smoothStep } from './elementary.ts';
import type { PhantomPoint } from './frame.ts';
import { layered, openNoise } from './noise.ts';
import { unit, type Vector } from './vector.ts';

/**
 * The pectoral muscle: all that lies behind a curved surface on the chest wall. The surface comes
 * forward towards the armpit, bulges, and is uneven; its edge in the oblique view is therefore
 * neither straight nor sharp.
 */
export interface Pectoral {
  /** Where the surface lies on the axis of the nipple; negative is behind the chest wall. */
  readonly restMm: number;
  /** How far it comes forward towards the armpit. */
  readonly riseMm: number;
  /** How far it bows forward half-way up. */
  readonly bowMm: number;
  /** How far it falls back to either side of the middle of that way, at a hand's breadth: it is no plane. */
  readonly fallMm: number;
  /** Over which distances along the axis to the armpit it rises. */
  readonly riseFromMm: number;
  readonly riseToMm: number;
  /** Height and size of the bulges on it. */
  readonly unevenMm: number;
  readonly bulgeMm: number;
  /** Over which depth muscle gives way to the fat before it. */
  readonly borderMm: number;
  /** The direction of its fibres: to the armpit. */
  readonly fibre: Vector;
  /** Distances between bundles of fibres and within them, and how much they stand out. */
  readonly bundleMm: number;
  readonly fineMm: number;
  readonly contrast: number;
  readonly seed: number;
}

/** Draws a pectoral muscle that fits the breast. */
export function growPectoral(breast: Breast, draw: Draw): Pectoral {
  const size = breast.depthMm / 85;
  return {
    restMm: draw.uniform(-9, -3) * size,
    riseMm: draw.uniform(8, 17) * size,
    bowMm: draw.uniform(3, 9) * size,
    fallMm: draw.branch('fall').uniform(7, 15) * size,
    riseFromMm: draw.uniform(-25, 15) * size,
    riseToMm: draw.uniform(70, 100) * size,
    unevenMm: draw.uniform(2.2, 4.4),
    bulgeMm: draw.uniform(24, 38),
    borderMm: draw.uniform(1.7, 4),
    fibre: unit([draw.uniform(0.02, 0.14), 1, draw.uniform(0.7, 1.15)]),
    bundleMm: draw.uniform(5.4, 8.6),
    fineMm: draw.uniform(2.4, 3.4),
    contrast: draw.uniform(0.07, 0.15),
    seed: draw.seed(),
  };
}

/** Between some bundles lies fat: how much of the muscle it takes the place of. */
const fatPart = 0.3;

/** How much of the tissue at a point is muscle, from 0 to 1, with its bundles of fibres. */
export type MuscleField = (point: PhantomPoint) => number;

/** Opens the field of a muscle. */
export function openPectoral(pectoral: Pectoral): MuscleField {
  const surface = layered(openNoise(pectoral.seed), 3);
  const strands = layered(openNoise(pectoral.seed + 1), 2);
  const { bulgeMm, bundleMm, fineMm, contrast } = pectoral;
  const [fx, fy, fz] = pectoral.fibre;
  return (p) => {
    const [x, y, z] = p;
    const edge =
      muscleEdgeMm(pectoral, y, z) +
      pectoral.unevenMm * surface(x / bulgeMm, y / bulgeMm, z / bulgeMm);
    const muscle = smoothStep(pectoral.borderMm, -pectoral.borderMm, x - edge);
    if (muscle <= 0) return 0;
    // Coordinates that hardly change along the fibres: long, thin strands.
    const s = x * fx + y * fy + z * fz;
    const a = x - s * fx;
    const b = y - s * fy;
    const c = z - s * fz;
    const bundles = strands(a / bundleMm + s / 60, b / bundleMm, c / bundleMm);
    const fine = strands(a / fineMm, b / fineMm + s / 32, c / fineMm + 31);
    const fat = smoothStep(0.25, 0.6, -bundles);
    return muscle * (1 + contrast * (bundles + 0.25 * fine) - fatPart * fat);
  };
}

/** A hand's breadth. */
const handMm = 85;

/** Where the smooth surface of the muscle lies above a point of the chest wall. */
export function muscleEdgeMm(pectoral: Pectoral, yMm: number, zMm: number): number {
  const toArmpit = (yMm + zMm) * Math.SQRT1_2;
  const { restMm, riseMm, bowMm, fallMm, riseFromMm, riseToMm } = pectoral;
  const aside = (yMm - zMm) / handMm;
  const t = clamp((toArmpit - riseFromMm) / (riseToMm - riseFromMm), 0, 1);
  const forward = riseMm * t * t * (3 - 2 * t) + 4 * bowMm * t * (1 - t);
  return restMm + forward - fallMm * aside * aside;
}
