import {
  type Breast,
  clamp,
  type Noise,
  type PhantomPoint,
  pressedFootMm,
  smoothStep,
} from '../../phantom/index.ts';

/** No part of the papilla is seen farther from its foot than that, along either axis. */
export const papillaReachMm = 35;

/** Half the path of a ray through the soft tissue of the papilla, which stands no thicker than that. */
export const papillaHalfMm = 5.5;

/** How much of the papilla is as dense as skin where it is densest, but for its clefts. */
const densest = 0.9;

/**
 * How much of a place at rest is the dense tissue of the papilla, 0 to 1: uneven, for it is folded and
 * full of ducts. It ends without an edge in the breast, where ducts and muscle fibres part behind the
 * nipple.
 */
export function papillaPart({ depthMm, nipple }: Breast, p: PhantomPoint, noise: Noise): number {
  const behind = Math.max(depthMm - p[0], 0) / 1.2;
  const off = Math.sqrt(p[1] * p[1] + p[2] * p[2] + behind * behind) / nipple.radiusMm;
  const clefts =
    0.13 * noise(p[0] / 24, p[1] / 2.6, p[2] / 2.6 + 50) +
    0.09 * noise(p[0] / 11, p[1] / 1.1, p[2] / 1.1 + 90);
  const haze = smoothStep(3.6, 0.8, off);
  return Math.max(densest * smoothStep(2.2, 0.2, off), 0.3 * haze) * clamp(1 + clefts, 0.4, 1.25);
}

/**
 * How much of the skin is taken away at a place so far from the chest wall at rest, and between the plates so
 * far beside the papilla: behind it the areola goes over into it above and below, and is no wall across its foot.
 */
export function areolaHidden({ depthMm, nipple }: Breast, xMm: number, asideMm: number): number {
  const ahead = xMm - depthMm;
  const aside = asideMm / pressedFootMm(nipple);
  return 0.9 * smoothStep(-9, -0.5, ahead) * smoothStep(1.9, 0.4, aside);
}
