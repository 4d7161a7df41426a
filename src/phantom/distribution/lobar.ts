import type { Anatomy } from '../anatomy.ts';
import { courseLengthMm, nearestOn, pointAt, stretchOf } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { type Duct, ductsOf, wayOutward } from '../ductal-tree.ts';
import type { PhantomPoint } from '../frame.ts';
import { lobeApex, lobeAt } from '../lobe.ts';
import type { Plan } from '../plan.ts';
import { along, between, distance, moved, unit } from '../vector.ts';
import { siteAt } from './cloud.ts';
import { centreFor, mayHoldLesion, nearestTdlu, type Site, type Territory } from './territory.ts';

/** Linear: one way through the ducts, from a duct near the middle outwards or through it. */
export function openLine(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  const { tree } = anatomy;
  const lobe = nearestTdlu(anatomy, centreFor(anatomy, plan, draw)).lobe;
  const main = tree.ducts.find((duct) => duct.lobe === lobe && duct.parent === null) as Duct;
  const extentMm = plan.extentMm ?? 25;
  // The longest of a few ways leaves room for the extent behind the nipple.
  const ways = Array.from({ length: 8 }, () =>
    wayOutward(tree, main, (children) => draw.pick(children)),
  );
  const way = ways.reduce((a, b) => (courseLengthMm(b.course) > courseLengthMm(a.course) ? b : a));
  const whole = courseLengthMm(way.course);
  const skip = Math.min(12, whole * 0.2);
  const reach = Math.min(extentMm * 1.06, whole - skip);
  const start = draw.uniform(skip, whole - reach);
  const course = stretchOf(way.course, start, start + reach);
  const middle = pointAt(course, reach / 2);
  const near = (point: PhantomPoint) => nearestOn(course, point).distanceMm;
  return {
    at: middle,
    lobe,
    ducts: way.ducts.filter((duct) => duct.course.some((point) => near(point) < 0.01)),
    contains: (point) => near(point) < 1.5,
    site: (chance) => siteInDuct(anatomy, course, way.ducts, chance),
  };
}

/** Segmental: a lobe's ducts and lobular units over a stretch of its wedge. */
export function openSegment(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  const { tree, breast } = anatomy;
  const apex = lobeApex(breast);
  const centre = plan.site
    ? centreFor(anatomy, plan, draw)
    : // A lobe with many units makes a wedge that can be seen as one.
      draw.pick(tree.tdlus.filter(({ lobe }) => ductsOf(tree, lobe).length > 40)).at;
  const lobe = nearestTdlu(anatomy, centre).lobe;
  const held = tree.tdlus.filter((tdlu) => tdlu.lobe === lobe && mayHoldLesion(anatomy, tdlu.at));
  const farthest = Math.max(...held.map(({ at }) => distance(apex, at)));
  const extentMm = Math.min(plan.extentMm ?? 36, farthest - 8);
  const outer = Math.min(farthest, distance(apex, centre) + extentMm / 2);
  const inner = Math.max(6, outer - extentMm);
  const contains = (point: PhantomPoint) => {
    const reach = distance(apex, point);
    return reach >= inner && reach <= outer && lobeAt(tree.lobes, apex, point) === lobe;
  };
  const tdlus = held.filter(({ at }) => contains(at));
  const ducts = ductsOf(tree, lobe).filter(({ course }) => course.some(contains));
  return {
    at: centre,
    lobe,
    ducts,
    contains,
    site(chance) {
      if (tdlus.length > 0 && (ducts.length === 0 || chance.chance(0.55))) {
        const tdlu = chance.pick(tdlus);
        const away = chance.uniform(0, 0.8) * tdlu.radiusMm;
        return siteAt(anatomy, moved(tdlu.at, chance.direction(), away), tdlu);
      }
      const duct = chance.pick(ducts);
      return siteInDuct(anatomy, duct.course.filter(contains), [duct], chance);
    },
  };
}

/** A place in the lumen of one of `ducts`, anywhere on `course`. */
function siteInDuct(
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
