import {
  between,
  highestBump,
  length,
  openNoise,
  openTexture,
  type PhantomPoint,
  scaled,
  smoothStep,
  within,
} from '../../phantom/index.ts';
import type { Lining } from '../lesion/lining.ts';
import type { Body, Rind, Shape } from './body.ts';

type Ridges = NonNullable<Lining['ridges']>;

/** What makes the outline of a body unlike a circle. */
export interface Crook {
  /** It stands out from the body's own shape by no more than this. */
  readonly mostUm: number;
  /** By how much it stands out at a point of the breast, in micrometres; seldom less than nothing. */
  outUm(point: PhantomPoint): number;
}

/** By how much an outline strays, and the size of what it does so in, in terms of the body's radius. */
const strays = 0.42;
const size = 1.5;
/** A body keeps the room that it has for its mineral: where the noise goes below this, it hardly yields. */
const least = -0.2;
const yields = 0.15;
/** The noise does not go beyond this. */
const noiseMost = 1.1;
/** What is narrower is uneven enough by its cells. */
const leastMm = 0.06;

/**
 * How a gland departs from the round of its shape: ducts and cysts are pressed by what lies about them,
 * and none is as if drawn with a compass; what lies about one goes with it. Null for what is too narrow,
 * for vessels, for what is stretched taut by dead cells, and for masses, whose outline is their own.
 */
export function crookOf(body: Body): Crook | null {
  const { kind, id, shape, lining, rind } = body.about ?? body;
  if (lining?.ridges) return ridged(lining.ridges, seedOf[kind]);
  if (!lining || lining.content === 'blood' || lining.content === 'necrosis') return null;
  if (shape.kind !== 'limb') return about(shape, rind);
  const radiusMm = shape.radiiMm.reduce((sum, mm) => sum + mm, 0) / shape.radiiMm.length;
  if (radiusMm < leastMm) return null;
  const noise = openNoise(seedOf[kind] + id);
  const perMm = 1 / (size * radiusMm);
  const outUm = 1000 * strays * radiusMm;
  return {
    mostUm: outUm * (noiseMost - least),
    outUm([x, y, z]) {
      const drawn = noise(x * perMm, y * perMm, z * perMm) - least;
      return outUm * (drawn > 0 ? drawn : yields * drawn);
    },
  };
}

/** As uneven as the mineral in the wall of an ellipsoid: its bumps are told by the place on its surface. */
function about({ at, axes }: Extract<Shape, { kind: 'ellipsoid' }>, rind?: Rind): Crook | null {
  if (!rind) return null;
  const [a, b, c] = rind.semiAxesMm;
  const { bumpAt } = openTexture(rind.texture);
  return {
    mostUm: 1000 * highestBump * rind.texture.bumpMm,
    outUm(point) {
      const off = within(axes, between(at, point));
      const out = length([off[0] / a, off[1] / b, off[2] / c]);
      return out > 1e-6 ? 1000 * bumpAt(scaled(off, 1 / out)) : 0;
    },
  };
}

/** Ridges and the hollows between them; the body itself ends at the hollows. */
function ridged({ byMm, sizeMm }: Ridges, seed: number): Crook | null {
  if (byMm === 0) return null;
  const noise = openNoise(seed);
  return {
    mostUm: 1000 * byMm,
    outUm: ([x, y, z]) =>
      1000 * byMm * smoothStep(-0.1, 0.65, noise(x / sizeMm, y / sizeMm, z / sizeMm)),
  };
}

/** Bodies of two kinds may have the same id. */
const seedOf = {
  duct: 1 << 20,
  lobule: 2 << 20,
  acinus: 3 << 20,
  artery: 4 << 20,
  vein: 5 << 20,
  vessel: 6 << 20,
  strand: 7 << 20,
  part: 8 << 20,
  growth: 9 << 20,
} as const satisfies Record<Body['kind'], number>;
