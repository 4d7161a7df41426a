import type { LesionId } from '../../lexicon/index.ts';
import {
  type Axes,
  type Compression,
  dot,
  type Draw,
  layered,
  type Noise,
  openDraw,
  openNoise,
  type Phantom,
  type PhantomPoint,
  scaled,
  smoothStep,
  turnedAxes,
  type Vector,
  within,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';

/** A stretch of a ray, by height above the middle plane. */
export interface Interval {
  readonly fromMm: number;
  readonly toMm: number;
}

/** What stands in the place of the parenchyma: a mass, a cyst, a lymph node. */
export interface Inclusion {
  readonly material: MaterialId;
  /** The part of it that is this material; the rest is fat. */
  readonly filling: number;
  readonly atMm: readonly [uMm: number, vMm: number];
  /** Rays farther away than this do not meet it. */
  readonly reachMm: number;
  /**
   * The stretch of a ray within it; undefined where the ray misses it. It is as long as the ray runs
   * through its tissue, of which there is ever less across a soft border.
   */
  along(uMm: number, vMm: number): Interval | undefined;
}

/** The inclusions of a phantom as they lie in a view. They are rigid: firm tissue is hardly squeezed. */
export function inclusionsOf(phantom: Phantom, compression: Compression): Inclusion[] {
  const place = (at: PhantomPoint, axes: Axes) => ({
    at: compression.compress(at) as Vector,
    axes: turnedAxes(compression, at, axes),
  });
  const parts = phantom.lesion.parts.flatMap((part, n): Inclusion[] => {
    if (part.kind === 'mass') {
      const body = { ...place(part.at, part.axes), semiAxesMm: part.semiAxesMm };
      const border = { ...borders[part.border], seed: part.seed };
      return [soft(body, 'gland', fillingOf(phantom.lesion.kind), border)];
    }
    if (part.kind !== 'cyst') return [];
    const r = part.radiusMm;
    const body = { ...place(part.at, upright), semiAxesMm: [r, 0.95 * r, 0.88 * r] as const };
    const seed = phantom.plan.seed + n;
    if (part.content === 'oil') return [soft(body, 'adipose', 1, { ...borders.taut, seed })];
    return [soft(body, 'water', fluidFilling, { ...borders.vague, seed })];
  });
  const nodes = phantom.anatomy.nodes.map((node): Inclusion => {
    const body = { ...place(node.at, node.axes), semiAxesMm: node.semiAxesMm };
    const { offsetMm, semiAxesMm: hilum } = node.hilum;
    const [a, b, c] = node.semiAxesMm;
    const border = { ...borders.smooth, seed: phantom.plan.seed + node.id };
    return soft(body, 'gland', nodeFilling, border, ([x, y, z]) => {
      const p = (x * a) / hilum[0];
      const q = (y * b - offsetMm) / hilum[1];
      const r = (z * c) / hilum[2];
      return smoothStep(1.3, 0.7, Math.sqrt(p * p + q * q + r * r));
    });
  });
  return [...parts, ...nodes];
}

/** The inclusions that a ray meets, and where it does. */
export function meet(inclusions: readonly Inclusion[], uMm: number, vMm: number) {
  const met = inclusions.flatMap((inclusion) => {
    if (Math.abs(inclusion.atMm[0] - uMm) > inclusion.reachMm) return [];
    const interval = inclusion.along(uMm, vMm);
    return interval ? [{ inclusion, interval }] : [];
  });
  if (met.length < 2) return met;
  // Where two have grown into each other, the upper one begins where the lower one ends.
  met.sort((a, b) => a.interval.fromMm - b.interval.fromMm);
  let end = Number.NEGATIVE_INFINITY;
  return met.map(({ inclusion, interval }) => {
    const fromMm = Math.max(interval.fromMm, end);
    const toMm = Math.max(interval.toMm, fromMm);
    end = toMm;
    return { inclusion, interval: { fromMm, toMm } };
  });
}

const upright: Axes = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** A node's cortex is loose beside gland. */
const nodeFilling = 0.42;

/**
 * A small cyst is as dense as the gland about it: what is seen of it is its mineral. What passes for its fluid is
 * that much of it, with a border that fades.
 */
const fluidFilling = 0.42;

/**
 * How much of a mass is like gland. Its cells, fibres and mucus lie as loosely as those of the
 * parenchyma about it, from which many a mass cannot be told.
 */
function fillingOf(lesion: LesionId): number {
  switch (lesion) {
    case 'fat-necrosis':
      return 0.2;
    case 'scar':
      return 0.5;
    case 'papilloma':
      return 0.34;
    case 'fibroadenoma':
      return 0.46;
    default:
      return 0.46;
  }
}

/**
 * How a border wanders about the ellipsoid, by how much and how often, how soft it is, and how much softer where
 * the tissue about it hides it, in radii; how uneven what it holds is.
 */
interface Border {
  readonly height: number;
  readonly lobes: number;
  readonly softness: number;
  readonly hidden?: number;
  readonly uneven?: number;
  /** Whether it bulges in a few wide lobes. */
  readonly bulges?: boolean;
  readonly seed: number;
}

const borders = {
  taut: { height: 0.06, lobes: 1.1, softness: 0.12 },
  vague: { height: 0.12, lobes: 1.2, softness: 0.4 },
  smooth: { height: 0.12, lobes: 1.2, softness: 0.14 },
  lobulated: { height: 0.06, lobes: 1.4, softness: 0.17, hidden: 0.26, uneven: 0.4, bulges: true },
  irregular: { height: 0.42, lobes: 2, softness: 0.34 },
} as const;

/** What a lobulated mass holds is uneven over so many millimetres. */
const stromaMm = 3.2;

/** Between so many radii a surface lies that bulges. */
const bulging = [0.5, 1.2] as const;

/** How far a surface of a few wide lobes is from the middle of the mass, in radii: balls that have become one. */
function openBulges(draw: Draw): (place: Vector, r: number) => number {
  const balls = Array.from({ length: draw.integer(3, 5) }, () => ({
    at: scaled(draw.direction(), draw.uniform(0.2, 0.4)),
    radius: draw.uniform(0.66, 0.8),
  }));
  return (place, r) => {
    let sum = 0;
    for (const { at, radius } of balls) {
      const along = dot(place, at) / r;
      const reach = along + Math.sqrt(along * along - dot(at, at) + radius * radius);
      // Softly the greatest of all.
      const square = reach * reach;
      sum += square * square * square * square;
    }
    return Math.min(Math.sqrt(Math.sqrt(Math.sqrt(sum))), bulging[1]);
  };
}

/** How far apart a ray is looked at within it. */
const stepMm = 0.5;
const mostSteps = 40;

interface Ellipsoid {
  readonly at: Vector;
  readonly axes: Axes;
  readonly semiAxesMm: Vector;
}

function soft(
  { at, axes, semiAxesMm }: Ellipsoid,
  material: MaterialId,
  filling: number,
  { height, lobes, softness, hidden = 0, uneven = 0, bulges = false, seed }: Border,
  hollowAt?: (inUnits: Vector) => number,
): Inclusion {
  const surface: Noise = layered(openNoise(seed), 3, 0.45);
  const inUnits = (offset: Vector): Vector => {
    const own = within(axes, offset);
    return [own[0] / semiAxesMm[0], own[1] / semiAxesMm[1], own[2] / semiAxesMm[2]];
  };
  const up = inUnits([0, 0, 1]);
  const a = up[0] * up[0] + up[1] * up[1] + up[2] * up[2];
  const [least, most] = bulges ? bulging : [1, 1];
  const roundAt = bulges ? openBulges(openDraw(seed, 'bulges')) : () => 1;
  const outer = most + height + softness + hidden;
  const stroma = layered(openNoise(seed + 1), 2);
  const insideAt = (p: Vector): number => {
    const [x, y, z] = [p[0] * semiAxesMm[0], p[1] * semiAxesMm[1], p[2] * semiAxesMm[2]];
    const septum =
      uneven > 0 ? uneven * Math.abs(stroma(x / stromaMm, y / stromaMm, z / stromaMm)) : 0;
    return (1 - septum) * (1 - (hollowAt?.(p) ?? 0));
  };
  /** How much of the tissue at a place is the inclusion's own. */
  const partAt = (p: Vector): number => {
    const r = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
    // The middle lies within it whatever its border does.
    if (r < least - height - softness - hidden) return insideAt(p);
    const size = lobes / r;
    const edge = roundAt(p, r) + height * surface(p[0] * size, p[1] * size, p[2] * size);
    const veil =
      hidden > 0 ? hidden * smoothStep(-0.3, 0.5, surface(p[0] / r, p[1] / r, p[2] / r + 5.5)) : 0;
    const width = softness + veil;
    return smoothStep(width, -width, r - edge) * insideAt(p);
  };
  return {
    material,
    filling,
    atMm: [at[0], at[1]],
    reachMm: Math.max(...semiAxesMm) * outer,
    along(uMm, vMm) {
      const foot = inUnits([uMm - at[0], vMm - at[1], 0]);
      const b = foot[0] * up[0] + foot[1] * up[1] + foot[2] * up[2];
      const c = foot[0] * foot[0] + foot[1] * foot[1] + foot[2] * foot[2] - outer * outer;
      const root = b * b - a * c;
      if (root <= 0) return undefined;
      const middle = -b / a;
      const half = Math.sqrt(root) / a;
      const steps = Math.min(mostSteps, Math.max(8, Math.ceil((2 * half) / stepMm)));
      const width = (2 * half) / steps;
      let sum = 0;
      let moment = 0;
      for (let n = 0; n < steps; n++) {
        const h = middle - half + (n + 0.5) * width;
        const part = partAt([foot[0] + up[0] * h, foot[1] + up[1] * h, foot[2] + up[2] * h]);
        sum += part;
        moment += part * h;
      }
      if (sum === 0) return undefined;
      const centre = at[2] + moment / sum;
      return { fromMm: centre - (sum * width) / 2, toMm: centre + (sum * width) / 2 };
    },
  };
}
