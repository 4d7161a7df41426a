import type { Anatomy } from '../anatomy.ts';
import { nearestOn } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { type Duct, ductsOf } from '../ductal-tree.ts';
import { power } from '../elementary.ts';
import type { PhantomPoint } from '../frame.ts';
import { type Lobe, lobeApex, lobeAt, onAxis } from '../lobe.ts';
import type { Plan } from '../plan.ts';
import { along, between, distance, moved, unit } from '../vector.ts';
import { siteAt } from './cloud.ts';
import { centreFor, mayHoldLesion, nearestTdlu, type Site, type Territory } from './territory.ts';

/** A segment spreads no farther than this from the axis of its lobe, as a part of the way to the nipple. */
const segmentSlope = 0.18;
/** And by so much at the nipple. */
const segmentRootMm = 4;
/** How far from the point where the lobes meet a segment begins, where it is long enough. */
const segmentFromMm = 13;
/** 1 would lay as many at every reach, 0.5 as many on every part of the wedge as it is seen. */
const towardsRim = 0.72;
/** How near to a reach what lies at it is. */
const atReachMm = 3;

/**
 * Segmental: a lobe's ducts and lobular units from near the nipple outwards, in a wedge that is narrow
 * there and full up to its tip.
 */
export function openSegment(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  const { tree, breast } = anatomy;
  const apex = lobeApex(breast);
  const reachOf = (point: PhantomPoint) => distance(apex, point);
  const wanted = plan.extentMm ?? 50;
  const centre = plan.site ? centreFor(anatomy, plan, draw) : null;
  const id = centre ? nearestTdlu(anatomy, centre).lobe : fullLobe(anatomy, draw);
  const lobe = tree.lobes[id] as Lobe;
  const held = tree.tdlus.filter((tdlu) => tdlu.lobe === id && mayHoldLesion(anatomy, tdlu.at));
  const farthest = Math.max(...held.map(({ at }) => reachOf(at)));
  const extentMm = Math.min(wanted, farthest - 8);
  const outer = centre
    ? Math.min(farthest, reachOf(centre) + extentMm / 2)
    : Math.min(farthest, segmentFromMm + extentMm);
  const inner = Math.max(6, outer - extentMm);
  const contains = (point: PhantomPoint) => {
    const reach = reachOf(point);
    if (reach < inner || reach > outer || lobeAt(tree.lobes, apex, point) !== id) return false;
    return distance(onAxis(lobe, apex, reach), point) < segmentRootMm + segmentSlope * reach;
  };
  const ducts = ductsOf(tree, id).filter(({ course }) => course.some(contains));
  const stretches = ducts.map((duct) => ({ duct, course: duct.course.filter(contains) }));
  const tdlus = held.filter(({ at }) => contains(at));
  return {
    at: centre ?? onAxis(lobe, apex, (inner + outer) / 2),
    lobe: id,
    ducts,
    contains,
    site(chance) {
      const reach = inner + (outer - inner) * power(chance.uniform(), towardsRim);
      const isAt = (point: PhantomPoint) => Math.abs(reachOf(point) - reach) < atReachMm;
      const units = tdlus.filter(({ at }) => isAt(at));
      if (units.length > 0 && chance.chance(0.4)) {
        const tdlu = chance.pick(units);
        const away = chance.uniform(0, 0.8) * tdlu.radiusMm;
        return siteAt(anatomy, moved(tdlu.at, chance.direction(), away), tdlu);
      }
      const passing = stretches.filter(({ course }) => course.some(isAt));
      const { duct, course } = chance.pick(passing.length > 0 ? passing : stretches);
      const near = course.filter(isAt);
      return siteInDuct(anatomy, near.length > 0 ? near : course, [duct], chance);
    },
  };
}

/** One of the lobes with the most units: they make a wedge that can be seen as one. */
function fullLobe(anatomy: Anatomy, draw: Draw): number {
  const { lobes, tdlus } = anatomy.tree;
  const full = lobes
    .map(({ id }) => ({ id, units: tdlus.filter(({ lobe }) => lobe === id).length }))
    .sort((a, b) => b.units - a.units);
  return draw.pick(full.slice(0, Math.ceil(lobes.length * 0.4))).id;
}

/** A place in the lumen of one of `ducts`, anywhere on `course`. */
export function siteInDuct(
  anatomy: Anatomy,
  course: readonly PhantomPoint[],
  ducts: readonly Duct[],
  chance: Draw,
): Site {
  const place = chance.uniform() * Math.max(course.length - 1, 0);
  const i = Math.min(Math.floor(place), Math.max(course.length - 2, 0));
  const a = course[i] as PhantomPoint;
  const b = (course[i + 1] ?? a) as PhantomPoint;
  const axis = along(a, b, place - i);
  const duct = ducts.reduce((best, other) =>
    nearestOn(other.course, axis).distanceMm < nearestOn(best.course, axis).distanceMm
      ? other
      : best,
  );
  const point = moved(axis, chance.direction(), duct.toRadiusMm * chance.uniform(0, 0.7));
  const tdlu = nearestTdlu(anatomy, point).id;
  return { at: point, lobe: duct.lobe, tdlu, duct: duct.id, along: unit(between(a, b)) };
}
