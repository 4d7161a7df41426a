import { type Core, offAxisMm } from './cores.ts';
import { smoothStep } from './elementary.ts';
import type { CorePoint } from './frame.ts';
import { layered, openNoise } from './noise.ts';
import type { Phantom } from './phantom.ts';
import { openPatient } from './position.ts';

/**
 * The torn surface of a core about the cylinder that it is counted as: what lies where in a core is
 * told by the cylinder, what its outline looks like by this.
 */
export interface CoreSurface {
  /** Distance of the surface from the core's middle line on the side of a point, as `offAxisMm` counts. */
  radiusMm(point: CorePoint): number;
  /** How far a point lies within the nearer of the torn ends; below 0 it lies beyond. */
  withinEndsMm(point: CorePoint): number;
}

/** How far from its end a core may be torn. */
const tornMm = 2;

/** Opens the surface of a core: thicker and thinner, rough here and smooth there, its ends slanting. */
export function openCoreSurface({ plan }: Phantom, core: Omit<Core, 'catches'>): CoreSurface {
  const draw = openPatient(plan.seed).branch('surface').branch(core.id);
  const slow = openNoise(draw.seed());
  const rough = layered(openNoise(draw.seed()), 4, 0.52);
  const jag = layered(openNoise(draw.seed()), 3, 0.6);
  const slants = [0, 1].map(() => draw.direction());
  const { lengthMm, radiusMm, flatness } = core;
  /** The point of the plain cylinder on the side of a point, in radii. */
  const side = (point: CorePoint) => {
    const off = offAxisMm(core, point);
    return off > 1e-9 ? ([point[1] / flatness / off, point[2] / off] as const) : ([1, 0] as const);
  };
  return {
    radiusMm(point) {
      const [a, b] = side(point);
      const s = point[0];
      const thick = 0.95 + 0.4 * slow(s / 4, 0.9 * a, 0.9 * b);
      const ruggedness = smoothStep(-0.5, 0.6, slow(s / 2.4, a, 9 + b));
      const wide = radiusMm * flatness * a;
      const bump = rough(s / 1.05, wide / 1.05, (radiusMm * b) / 1.05);
      // A bump is as high on the long side of a slice as on its face.
      const high = 1 + (1 / flatness - 1) * a * a;
      return radiusMm * thick + (0.09 + 0.26 * ruggedness) * high * bump;
    },
    withinEndsMm(point) {
      const [s, outward, across] = point;
      const end = 2 * s < lengthMm ? 0 : 1;
      const inward = end === 0 ? s : lengthMm - s;
      if (inward > tornMm) return inward;
      const slant = slants[end] as readonly [number, number, number];
      const lean = 0.45 * (slant[0] * (outward / flatness) + slant[1] * across);
      const torn = 0.5 * jag(outward / 1.5, across / 1.5, 5.5 * end + s / 1.2) - 0.1;
      // The rim of an end tears first, so that it comes out blunt and not square.
      const off = offAxisMm(core, point) / radiusMm;
      return Math.min(inward + lean + torn - 0.45 * radiusMm * off * off, tornMm);
    },
  };
}
