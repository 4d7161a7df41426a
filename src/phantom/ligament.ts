import { type Breast, depthUnderSkinMm, skinThicknessMm } from './breast.ts';
import { wander } from './curve.ts';
import type { Draw } from './draw.ts';
import type { DuctalTree } from './ductal-tree.ts';
import { pi, sine } from './elementary.ts';
import type { PhantomPoint } from './frame.ts';
import { type Noise, openNoise } from './noise.ts';
import { along, distance, moved, scaled, unit, type Vector } from './vector.ts';

/**
 * A strand of Cooper's ligaments: it starts at the gland, tapers through the fat under the skin and
 * ends in the skin, or in another strand, with which it lifts the gland to a peak. (The sheets of the
 * ligaments are the walls between the fat lobules.)
 */
export interface Ligament {
  readonly id: number;
  /** The strand that it ends in; null where it goes on to the skin. */
  readonly joins: number | null;
  /** From the gland to the skin, or to the strand that it joins. */
  readonly course: readonly PhantomPoint[];
  readonly fromRadiusMm: number;
  readonly toRadiusMm: number;
}

/** Fat between gland and skin that they cross, in millimetres, and how far from each other peaks are. */
const crossedMm = [6, 21] as const;
const apartMm = 4.5;
/** How far from the foot of a strand others begin that join it, and how many they are. */
const besideMm = [3, 9] as const;
const joining = [1, 4] as const;
/** Where they join it, as part of its way. */
const joinedAt = [0.25, 0.5] as const;
const stepMm = 1.4;
/** Fat lobules bulge between ligaments and bow them, neighbours alike: how far, and over what lengths. */
const bowMm = 5;
const lobulesMm = 14;

/** Grows strands from the outermost lobules of the gland to the skin. */
export function growLigaments(breast: Breast, tree: DuctalTree, draw: Draw): Ligament[] {
  const outermost = tree.tdlus
    .map(({ at }) => at)
    .filter((at) => {
      const depth = depthUnderSkinMm(breast, at);
      return depth > crossedMm[0] && depth < crossedMm[1];
    });
  if (outermost.length === 0) return [];
  const wanted = Math.min(draw.integer(420, 560), outermost.length);
  const ligaments: Ligament[] = [];
  const peaks: PhantomPoint[] = [];
  const bulges = openNoise(draw.branch('bulges').seed());
  for (let tries = 0; tries < wanted; tries++) {
    const chance = draw.branch(tries);
    const from = chance.pick(outermost);
    if (peaks.some((peak) => distance(peak, from) < apartMm)) continue;
    const way = wander(
      {
        from,
        direction: unit([1 + chance.normal(0, 0.2), from[1] / 40, from[2] / 40]),
        stepMm,
        steps: 19,
        restlessness: 0.07,
        wobble: 0.08,
        steer: (p) => scaled(steepestOutward(breast, p), 0.15),
        allowed: (p) => depthUnderSkinMm(breast, p) > skinThicknessMm(breast, p) * 0.5,
      },
      chance,
    );
    const end = way[way.length - 1] as PhantomPoint;
    const anchored = depthUnderSkinMm(breast, end) < skinThicknessMm(breast, end) + 1.6;
    if (!anchored || way.length < 5) continue;
    peaks.push(from);
    const course = pushed(way, bulges);
    const fromRadiusMm = Math.min(chance.logNormal(0.2, 0.4), 0.34);
    const toRadiusMm = fromRadiusMm * chance.uniform(0.5, 0.8);
    const joins = ligaments.length;
    ligaments.push({ id: joins, joins: null, course, fromRadiusMm, toRadiusMm });
    const beside = outermost.filter((at) => {
      const away = distance(at, from);
      return away > besideMm[0] && away < besideMm[1];
    });
    for (let n = chance.integer(...joining); n > 0 && beside.length > 0; n--) {
      const to = Math.round(chance.uniform(...joinedAt) * course.length);
      ligaments.push({
        id: ligaments.length,
        joins,
        course: arc(chance.pick(beside), course[1] as PhantomPoint, course[to] as PhantomPoint),
        fromRadiusMm,
        toRadiusMm: fromRadiusMm,
      });
    }
  }
  return ligaments;
}

/** A course that bulges push aside; its ends stay where they are. */
const pushed = (way: readonly PhantomPoint[], bulges: Noise): PhantomPoint[] =>
  way.map((point, n) => {
    const [x, y, z] = scaled(point, 1 / lobulesMm);
    const aside: Vector = [bulges(x, y, z), bulges(y, z, x), bulges(z, x, y)];
    return moved(point, aside, bowMm * sine((pi * n) / (way.length - 1)));
  });

/** An arc that sets out towards a place and turns off before it: the hollow flank of a peak. */
function arc(from: PhantomPoint, towards: PhantomPoint, to: PhantomPoint): PhantomPoint[] {
  const steps = Math.max(3, Math.round(distance(from, to) / stepMm));
  return Array.from({ length: steps + 1 }, (_, n) => {
    const t = n / steps;
    return along(along(from, towards, t), along(towards, to, t), t);
  });
}

function steepestOutward(breast: Breast, p: PhantomPoint): Vector {
  const step = 0.7;
  const here = depthUnderSkinMm(breast, p);
  const shifted = (axis: 0 | 1 | 2) => {
    const q: [number, number, number] = [p[0], p[1], p[2]];
    q[axis] += step;
    return here - depthUnderSkinMm(breast, q as Vector as PhantomPoint);
  };
  return unit([shifted(0), shifted(1), shifted(2)]);
}
