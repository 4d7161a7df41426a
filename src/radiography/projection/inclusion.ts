import {
  type Axes,
  type Compression,
  type Noise,
  openNoise,
  type Phantom,
  type PhantomPoint,
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
  /** The stretch of a ray within it; undefined where the ray misses it. */
  along(uMm: number, vMm: number): Interval | undefined;
  /** A hollow filled with fat, as in the hilum of a node. */
  readonly hollow?: Inclusion;
}

/** The inclusions of a phantom as they lie in a view. They are rigid: firm tissue is hardly squeezed. */
export function inclusionsOf(phantom: Phantom, compression: Compression): Inclusion[] {
  const round = (radiusMm: number): Vector => [radiusMm, radiusMm, radiusMm];
  const place = (at: PhantomPoint, axes: Axes) => ({
    at: compression.compress(at) as Vector,
    axes: turnedAxes(compression, at, axes),
  });
  const upright: Axes = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const parts = phantom.lesion.parts.flatMap((part): Inclusion[] => {
    if (part.kind === 'mass') {
      const border = borders[part.border];
      return [
        ellipsoid({ ...place(part.at, part.axes), semiAxesMm: part.semiAxesMm }, 'gland', 0.85, {
          ...border,
          noise: openNoise(part.seed),
        }),
      ];
    }
    if (part.kind !== 'cyst') return [];
    const body = { ...place(part.at, upright), semiAxesMm: round(part.radiusMm) };
    return [ellipsoid(body, part.content === 'oil' ? 'adipose' : 'water', 1)];
  });
  const nodes = phantom.anatomy.nodes.map((node): Inclusion => {
    const { at, axes } = place(node.at, node.axes);
    const { offsetMm, semiAxesMm } = node.hilum;
    const aside = axes[1];
    const hilum: Vector = [
      at[0] + aside[0] * offsetMm,
      at[1] + aside[1] * offsetMm,
      at[2] + aside[2] * offsetMm,
    ];
    return {
      ...ellipsoid({ at, axes, semiAxesMm: node.semiAxesMm }, 'gland', 0.65),
      hollow: ellipsoid({ at: hilum, axes, semiAxesMm }, 'adipose', 1),
    };
  });
  return [...parts, ...nodes];
}

/** How a border wanders about the ellipsoid: by how much, and how often on its way round. */
const borders = {
  smooth: { height: 0.05, lobes: 1.5 },
  lobulated: { height: 0.2, lobes: 2.1 },
  irregular: { height: 0.3, lobes: 3.6 },
} as const;

interface Border {
  readonly height: number;
  readonly lobes: number;
  readonly noise: Noise;
}

function ellipsoid(
  { at, axes, semiAxesMm }: { at: Vector; axes: Axes; semiAxesMm: Vector },
  material: MaterialId,
  filling: number,
  border?: Border,
): Inclusion {
  const inUnits = (offset: Vector): Vector => {
    const own = within(axes, offset);
    return [own[0] / semiAxesMm[0], own[1] / semiAxesMm[1], own[2] / semiAxesMm[2]];
  };
  const up = inUnits([0, 0, 1]);
  const a = up[0] * up[0] + up[1] * up[1] + up[2] * up[2];
  /** Where the ray with this foot leaves the ellipsoid grown by `scale`, above (+1) or below (−1). */
  const crossing = (foot: Vector, scale: number, side: number): number | undefined => {
    const b = foot[0] * up[0] + foot[1] * up[1] + foot[2] * up[2];
    const c = foot[0] * foot[0] + foot[1] * foot[1] + foot[2] * foot[2] - scale * scale;
    const root = b * b - a * c;
    return root > 0 ? (-b + side * Math.sqrt(root)) / a : undefined;
  };
  const surface = (foot: Vector, side: number): number | undefined => {
    if (!border) return crossing(foot, 1, side);
    // The border is looked up where the ray crosses, which hangs on the border: two rounds do.
    let height = 0;
    let found: number | undefined;
    for (let round = 0; round < 3; round++) {
      const p: Vector = [
        foot[0] + up[0] * height,
        foot[1] + up[1] * height,
        foot[2] + up[2] * height,
      ];
      const size =
        border.lobes / Math.max(Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]), 1e-3);
      const bump = border.noise(p[0] * size, p[1] * size, p[2] * size);
      found = crossing(foot, 1 + border.height * bump, side);
      if (found === undefined) return undefined;
      height = found;
    }
    return found;
  };
  return {
    material,
    filling,
    atMm: [at[0], at[1]],
    reachMm: Math.max(...semiAxesMm) * (1 + 1.2 * (border?.height ?? 0)),
    along(uMm, vMm) {
      const foot = inUnits([uMm - at[0], vMm - at[1], 0]);
      const low = surface(foot, -1);
      const high = surface(foot, 1);
      return low !== undefined && high !== undefined && high > low
        ? { fromMm: at[2] + low, toMm: at[2] + high }
        : undefined;
    },
  };
}
