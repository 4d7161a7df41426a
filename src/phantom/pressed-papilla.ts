import type { Nipple } from './breast.ts';
import { clamp, pi, power, sine, smoothStep } from './elementary.ts';
import type { NipplePosition } from './position.ts';

/** The papilla between the plates, where its foot goes over into the areola in a hollow. */
export interface PressedPapilla {
  readonly lengthMm: number;
  /** The radius of its foot, at its base and behind it. */
  readonly footMm: number;
  /** The plates begin to part so far in front of its base: a ledge there would show as a seam across its foot. */
  readonly partedFromMm: number;
  /** Half its breadth, and half its height, at a distance in front of its base. */
  halfWidthMm(fromBaseMm: number): number;
  halfHeightMm(fromBaseMm: number): number;
}

/** The radius of the stem at its base, and of the foot, as parts of the radius at rest. */
const [stemPart, footPart] = [0.84, 1.45];
/** How much of its length is left between the plates, where its foot is drawn out to the sides. */
const standsOut = 0.88;
/** The hollow of the foot reaches so far along the stem: that of one pressed flat is its whole side. */
const [leastHollowMm, mostHollowMm] = [3.2, 4.4];
const mostFlare = 0.85;

/** So much of the hollow lies where the plates already part. */
const partedPart = 0.16;

/** The radius of the foot of a papilla between the plates, where it goes over into the areola. */
export const pressedFootMm = ({ radiusMm }: Nipple): number => footPart * radiusMm;

/** The papilla of a breast between the plates, as it is gripped for a view. */
export function pressPapilla(nipple: Nipple, { out, folds }: NipplePosition): PressedPapilla {
  const { radiusMm, taper, blunt } = nipple;
  const lengthMm = nipple.lengthMm * standsOut * out;
  const footMm = pressedFootMm(nipple);
  const hollowMm = Math.min(
    Math.max(nipple.flare * lengthMm, Math.min(leastHollowMm, mostFlare * lengthMm)),
    mostHollowMm,
  );
  const wider = footMm - stemPart * radiusMm;
  const stem = (fromBaseMm: number) => {
    const t = clamp(fromBaseMm / lengthMm, 0, 1);
    return stemPart * radiusMm * (1 - taper * t * t) * Math.sqrt(1 - power(t, blunt));
  };
  /** Wrinkles of its skin, seen on its outline only; none are left at its foot. */
  const folded = (fromBaseMm: number) =>
    1 +
    folds.part *
      smoothStep(0, hollowMm, fromBaseMm) *
      sine((2 * pi * fromBaseMm) / folds.waveMm + folds.phase);
  /** 1 at the base and behind it, 0 beyond the hollow. */
  const foot = (fromBaseMm: number) => 1 - clamp(fromBaseMm / hollowMm, 0, 1);
  return {
    lengthMm,
    footMm,
    partedFromMm: partedPart * hollowMm,
    halfWidthMm(fromBaseMm) {
      const near = foot(fromBaseMm);
      const hollow = wider * (1 - Math.sqrt(1 - near * near));
      return stem(fromBaseMm) * folded(fromBaseMm) + hollow;
    },
    halfHeightMm(fromBaseMm) {
      const near = foot(fromBaseMm);
      return stem(fromBaseMm) + wider * near * near * (3 - 2 * near);
    },
  };
}
