import type { Anatomy } from '../anatomy.ts';
import { courseLengthMm, nearestOn, pointAt, stretchOf } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { type Duct, wayOutward } from '../ductal-tree.ts';
import type { PhantomPoint } from '../frame.ts';
import { lineThrough } from '../measures.ts';
import type { Plan } from '../plan.ts';
import type { Vector } from '../vector.ts';
import { lineViewIds, openViewOf } from '../view.ts';
import { siteInDuct } from './lobar.ts';
import { centreFor, mayHoldLesion, nearestTdlu, type Territory } from './territory.ts';

/** How many ways through each lobe are looked at. */
const waysPerLobe = 8;
/** A way is straight enough where it is no wider than this part of its length in any view. */
const straight = 0.09;
/** And foreshortened to no less than this part of its length. */
const leastSeen = 0.8;
/** A row keeps so near to its duct: two millimetres across, seen from any side. */
const besideMm = 1;

/** A stretch of one way through the ducts. */
interface Way {
  readonly ducts: readonly Duct[];
  readonly course: readonly PhantomPoint[];
  /** How wide it is in the view in which it is widest, as a part of its length there. */
  readonly width: number;
}

/**
 * Linear: one way through the ducts, seen as a line from every side. Most ways turn too often or run
 * towards one of the plates, where their row would look like a group or an area; of those that do
 * not one is drawn.
 */
export function openLine(anatomy: Anatomy, plan: Plan, draw: Draw): Territory {
  const { tree } = anatomy;
  const lobe = plan.site && nearestTdlu(anatomy, centreFor(anatomy, plan, draw)).lobe;
  const mains = tree.ducts.filter(
    (duct) => duct.parent === null && (lobe === null || duct.lobe === lobe),
  );
  const widthOf = openWidth(anatomy, plan);
  const ways = mains.flatMap((main) =>
    Array.from({ length: waysPerLobe }, () => stretchFrom(anatomy, main, plan, widthOf, draw)),
  );
  const way = chosen(ways, draw);
  const near = (point: PhantomPoint) => nearestOn(way.course, point).distanceMm;
  return {
    at: pointAt(way.course, courseLengthMm(way.course) / 2),
    lobe: (way.ducts[0] as Duct).lobe,
    ducts: way.ducts.filter((duct) => duct.course.some((point) => near(point) < 0.01)),
    contains: (point) => near(point) < besideMm,
    site: (chance) => siteInDuct(anatomy, way.course, way.ducts, chance),
  };
}

/** One way from a main duct outwards, and a stretch of it that begins behind the nipple. */
function stretchFrom(
  anatomy: Anatomy,
  main: Duct,
  plan: Plan,
  widthOf: (course: readonly PhantomPoint[]) => number,
  draw: Draw,
): Way {
  const { ducts, course: whole } = wayOutward(anatomy.tree, main, (children) =>
    draw.pick(children),
  );
  const long = courseLengthMm(whole);
  const skip = Math.min(12, long * 0.2);
  const wanted = (plan.extentMm ?? 25) * 1.06;
  const start = draw.uniform(skip, Math.max(skip, long - wanted));
  const course = stretchOf(whole, start, start + wanted);
  const fits =
    courseLengthMm(course) > 0.85 * wanted && course.every((at) => mayHoldLesion(anatomy, at));
  return { ducts, course, width: fits ? widthOf(course) : 1 };
}

/** One of the ways that are straight enough, else the straightest. */
function chosen(ways: readonly Way[], draw: Draw): Way {
  const good = ways.filter(({ width }) => width < straight);
  return good.length > 0
    ? draw.pick(good)
    : ways.reduce((best, way) => (way.width < best.width ? way : best));
}

/**
 * Opens the measure of how wide a course is, over its length, in the view in which it is widest; one
 * that is foreshortened in any of them is never straight enough.
 */
function openWidth({ breast }: Anatomy, { seed }: Plan) {
  const views = lineViewIds.map((view) => openViewOf(breast, seed, view));
  return (course: readonly PhantomPoint[]) => {
    const least = leastSeen * courseLengthMm(course);
    const widths = views.map(({ compress }) => {
      const seen = course.map((point): Vector => {
        const [u, v] = compress(point);
        return [u, v, 0];
      });
      return lineThrough(seen).width + (courseLengthMm(seen) < least ? straight : 0);
    });
    return Math.max(...widths);
  };
}
