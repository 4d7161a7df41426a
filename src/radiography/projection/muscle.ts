import {
  muscleEdgeMm,
  openPectoral,
  type Pectoral,
  type PhantomPoint,
  smoothStep,
} from '../../phantom/index.ts';

/** The pectoral muscle as it is between the plates. */
export interface Muscle {
  /** How far from the chest wall it reaches at most. */
  readonly reachMm: number;
  /** The part of the tissue at a point that is muscle, 0 to about 1. */
  partAt(point: PhantomPoint): number;
}

/** The part of the tissue that is muscle just behind its surface, and where the leaf is thickest. */
const thinPart = 0.08;
const thickPart = 0.26;
/** How far behind its surface the leaf comes to its full thickness. */
const leafMm = 38;

/**
 * Opens the muscle. The phantom has muscle wherever it is behind the muscle's surface. What the plates
 * hold is a leaf of it that grows thicker towards the chest wall, with the fat of the armpit over and
 * under it; and as no ray crosses that surface on its way, the leaf is given as a part of the tissue.
 */
export function openMuscle(pectoral: Pectoral): Muscle {
  const muscleAt = openPectoral(pectoral);
  const unevenMm = 1.7 * pectoral.unevenMm + pectoral.borderMm;
  return {
    reachMm: pectoral.restMm + pectoral.riseMm + Math.max(pectoral.bowMm, 0) + unevenMm,
    partAt(point) {
      const behind = muscleEdgeMm(pectoral, point[1], point[2]) - point[0];
      if (behind < -unevenMm) return 0;
      const part = thinPart + (thickPart - thinPart) * smoothStep(-2, leafMm, behind);
      return muscleAt(point) * part;
    },
  };
}
