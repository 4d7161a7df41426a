import type { Anatomy } from '../anatomy.ts';
import type { Draw } from '../draw.ts';
import type { Duct } from '../ductal-tree.ts';
import { outermostDirection } from '../ductal-tree.ts';
import { power } from '../elementary.ts';
import type { PhantomPoint } from '../frame.ts';
import { lobeApex } from '../lobe.ts';
import type { Plan } from '../plan.ts';
import type { Tdlu } from '../tdlu.ts';
import {
  type Axes,
  axesAlong,
  between,
  cross,
  length,
  moved,
  outOf,
  scaled,
  type Vector,
  within,
} from '../vector.ts';
import { centreFor, mayHoldLesion, nearestTdlu, type Site, type Territory } from './territory.ts';

/** A place in or at a lobular unit. */
export function siteAt(anatomy: Anatomy, at: PhantomPoint, tdlu: Tdlu): Site {
  const duct = anatomy.tree.ducts[tdlu.duct] as Duct;
  return { at, lobe: tdlu.lobe, tdlu: tdlu.id, duct: duct.id, along: outermostDirection(duct) };
}

/**
 * Grouped: a small cloud that is denser in the middle, as large as the plan says and flatter one way
 * than the others. It lies where its middle is, and heeds no duct.
 */
export function openGroup(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  // Casts need ducts: of a few places the one with the most is taken.
  const places = plan.morphology === 'fine-linear' ? 10 : 1;
  const clouds = Array.from({ length: places }, () => {
    const at = centreFor(anatomy, plan, draw);
    const cloud = ellipsoid(at, plan.extentMm ?? 10, [0.8, 0.7], draw);
    const ducts = anatomy.tree.ducts.filter(({ course }) => course.some(cloud.contains));
    return { at, cloud, ducts };
  });
  const { at, cloud, ducts } = clouds.reduce((a, b) => (b.ducts.length > a.ducts.length ? b : a));
  return {
    at,
    lobe: null,
    ducts,
    contains: cloud.contains,
    site(chance) {
      let point: PhantomPoint;
      do {
        point = cloud.at([chance.normal(0, 0.48), chance.normal(0, 0.48), chance.normal(0, 0.48)]);
      } while (!cloud.contains(point) || !mayHoldLesion(anatomy, point));
      return siteAt(anatomy, point, nearestTdlu(anatomy, point));
    },
  };
}

/**
 * Regional: the lobular units of an area wider than 2 cm, whatever lobes they belong to. It lies across
 * the way to the nipple, as no duct does, and is as full at its border as in its middle.
 */
export function openRegion(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  const at = centreFor(anatomy, plan, draw);
  const toNipple = between(at, lobeApex(anatomy.breast));
  const across = cross(toNipple, draw.direction());
  const axes = axesAlong(across, draw.direction());
  const cloud = ellipsoid(at, plan.extentMm ?? 38, [0.9, 0.8], draw, axes);
  return {
    ...lobular(anatomy, at, cloud.contains),
    site(chance) {
      let point: PhantomPoint;
      do {
        const far = power(chance.uniform(), outermost);
        point = cloud.at(scaled(chance.direction(), far));
      } while (!mayHoldLesion(anatomy, point));
      return siteAt(anatomy, point, nearestTdlu(anatomy, point));
    },
  };
}

/** A third would fill a region evenly in space; less, and it is seen so from any side. */
const outermost = 0.28;

/** Diffuse: the lobular units of the whole breast. */
export function openWhole(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  return lobular(anatomy, centreFor(anatomy, plan, draw), () => true);
}

function lobular(
  anatomy: Anatomy,
  at: PhantomPoint,
  contains: (point: PhantomPoint) => boolean,
): Territory {
  const { tree } = anatomy;
  const held = tree.tdlus.filter((tdlu) => contains(tdlu.at) && mayHoldLesion(anatomy, tdlu.at));
  const tdlus = held.length > 0 ? held : [nearestTdlu(anatomy, at)];
  return {
    at,
    lobe: null,
    ducts: tree.ducts.filter(({ course }) => course.some(contains)),
    contains,
    site(chance) {
      const tdlu = chance.pick(tdlus);
      const away = tdlu.radiusMm * chance.uniform(0, 0.9);
      return siteAt(anatomy, moved(tdlu.at, chance.direction(), away), tdlu);
    },
  };
}

/** An ellipsoid of a greatest dimension, turned at random; coordinates of 1 lie on its surface. */
function ellipsoid(
  centre: PhantomPoint,
  extentMm: number,
  shorter: readonly [number, number],
  draw: Draw,
  axes: Axes = axesAlong(draw.direction(), draw.direction()),
) {
  const semi: Vector = [
    extentMm / 2,
    (extentMm / 2) * draw.uniform(shorter[0] - 0.1, shorter[0] + 0.1),
    (extentMm / 2) * draw.uniform(shorter[1] - 0.1, shorter[1] + 0.1),
  ];
  return {
    at: ([a, b, c]: Vector) => moved(centre, outOf(axes, [a * semi[0], b * semi[1], c * semi[2]])),
    contains: (point: PhantomPoint) => {
      const [a, b, c] = within(axes, between(centre, point));
      return length([a / semi[0], b / semi[1], c / semi[2]]) < 1;
    },
  };
}
