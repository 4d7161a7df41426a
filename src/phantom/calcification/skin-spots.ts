import { type Breast, depthUnderSkinMm, skinThicknessMm, sliceAt } from '../breast.ts';
import type { Draw } from '../draw.ts';
import { clamp, cosine, pi, sine } from '../elementary.ts';
import { type PhantomPoint, phantomPoint } from '../frame.ts';
import type { Grain } from '../solid/grain.ts';
import { sizedTo } from '../solid/size.ts';
import { axesAlong, distance, unit } from '../vector.ts';
import { conspicuity, type Deposit, type Ground, isClear, sizeAbout } from './deposit.ts';

/** Skin: flat, lucent-centred polygons in the glands of the skin, a tight group or here and there. */
export function depositSkinSpots({ plan, anatomy }: Ground, draw: Draw): Deposit[] {
  const { breast } = anatomy;
  const place = draw.branch('place');
  // The inner lower half, where the skin folds, as angle in the slice from lateral over up.
  const middle = skinPoint(
    breast,
    place.uniform(0.2, 0.62) * breast.depthMm,
    bearing(place.uniform(1.05, 1.75) * pi),
  );
  const deposits: Deposit[] = [];
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 60; tries++) {
    const chance = draw.branch(tries);
    const at =
      plan.distribution === 'diffuse'
        ? skinPoint(
            breast,
            chance.uniform(0.1, 0.85) * breast.depthMm,
            bearing(chance.uniform(0, 2 * pi)),
          )
        : nearby(breast, middle, (plan.extentMm ?? 4) / 2, chance);
    const spanMm = sizeAbout(plan, 'skin', 0.42, chance);
    if (!at || !isClear(deposits, at, spanMm / 2)) continue;
    const outward = unit([0.15, at[1], at[2]]);
    const [normal, first, second] = axesAlong(outward, chance.direction());
    const sides = chance.integer(4, 8);
    const centre = middleOf(chance.branch('middle'));
    const shape = {
      kind: 'grain' as const,
      semiAxesMm: [1, chance.uniform(0.55, 1), chance.uniform(0.3, 0.5)] as const,
      facets: Array.from({ length: sides }, (_, side) => {
        const angle = (2 * pi * (side + chance.uniform(-0.42, 0.42))) / sides;
        const normalInBody = [cosine(angle), sine(angle), 0] as const;
        return { normal: normalInBody, offset: chance.uniform(0.64, 0.98) };
      }),
      ...centre,
      texture: {
        seed: chance.seed(),
        bumpMm: chance.uniform(0.06, 0.2),
        bumpSizeMm: 0.5,
        packing: clamp(chance.logNormal(0.2, 0.45), 0.09, 0.42) * conspicuity(plan),
        mottle: chance.branch('mottle').uniform(0.5, 1.5),
      },
    };
    deposits.push({
      morphology: 'skin',
      at,
      axes: [first, second, normal],
      solid: sizedTo(shape, spanMm),
      spanMm,
      part: { kind: 'skin', at, radiusMm: spanMm * 0.6 },
      tdlu: null,
    });
  }
  return deposits;
}

/**
 * What a particle has in its middle: seven in ten are lucent there, with a hollow in either face that is wide or narrow
 * and lies to a side; the others hold a denser middle or are filled.
 */
function middleOf(draw: Draw): Pick<Grain, 'bites' | 'core'> {
  if (!draw.chance(0.7)) {
    const dense = draw.chance(0.5);
    return {
      bites: [],
      core: dense
        ? { reach: 0, filling: 1 }
        : { reach: draw.uniform(0.3, 0.6), filling: draw.uniform(0.3, 0.7) },
    };
  }
  const [x, y] = [draw.uniform(-0.3, 0.3), draw.uniform(-0.3, 0.3)];
  const radius = draw.uniform(0.55, 0.88);
  return {
    bites: [1.05, -1.05].map((high) => ({ at: [x, y, high], radius }) as const),
    core: { reach: draw.uniform(0.35, 0.74), filling: draw.uniform(0.02, 0.3) },
  };
}

/** A direction in a slice: across and up, together of length 1. */
type Bearing = readonly [across: number, up: number];

const bearing = (angle: number): Bearing => [cosine(angle), sine(angle)];

/** The point in the middle of the skin at a depth behind the nipple and a bearing in the slice. */
function skinPoint(breast: Breast, xMm: number, [across, up]: Bearing): PhantomPoint {
  const { halfWidthMm, halfHeightMm } = sliceAt(breast, xMm);
  const at = (reach: number) =>
    phantomPoint(xMm, halfWidthMm * reach * across, halfHeightMm * reach * up);
  let inside = 0.5;
  let outside = 1;
  for (let round = 0; round < 30; round++) {
    const reach = (inside + outside) / 2;
    const deep = depthUnderSkinMm(breast, at(reach)) > skinThicknessMm(breast, at(reach)) * 0.4;
    if (deep) inside = reach;
    else outside = reach;
  }
  return at(inside);
}

/** A skin point within a distance of another one; null where the attempt fell outside. */
function nearby(
  breast: Breast,
  middle: PhantomPoint,
  withinMm: number,
  draw: Draw,
): PhantomPoint | null {
  const [x, y, z] = middle;
  const { halfWidthMm, halfHeightMm } = sliceAt(breast, x);
  const away = withinMm * 0.95;
  const shifted = [y + draw.uniform(-away, away), z + draw.uniform(-away, away)] as const;
  const across = shifted[0] / halfWidthMm;
  const up = shifted[1] / halfHeightMm;
  const size = Math.sqrt(across * across + up * up);
  const point = skinPoint(breast, x + draw.uniform(-away, away), [across / size, up / size]);
  return distance(point, middle) < withinMm ? point : null;
}
