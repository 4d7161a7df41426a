import { courseLengthMm, pointAt, resampled, stretchOf } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { type Duct, wayOutward } from '../ductal-tree.ts';
import { clamp } from '../elementary.ts';
import type { PhantomPoint } from '../frame.ts';
import { lobeApex } from '../lobe.ts';
import { openNoise } from '../noise.ts';
import type { Cast } from '../solid/cast.ts';
import { sizeOf } from '../solid/size.ts';
import { between, distance, dot, unit, uprightAxes } from '../vector.ts';
import { conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

/** Rods are 3 to 10 mm long; a margin is kept on either side. */
const lengthMm = [3.3, 9.4] as const;

/** How much nearer to the nipple its inner end lies, over its length. */
const leastInwards = 0.8;

/**
 * Large rods: smooth, along ectatic ducts and so towards the nipple, rarely hollow. They lie in the
 * larger ducts, several to a duct but not touching.
 */
export function depositRods({ plan, territory, anatomy }: Ground, draw: Draw): Deposit[] {
  const { tree } = anatomy;
  const wide = territory.ducts.filter(({ generation }) => generation >= 1 && generation <= 3);
  const starts = wide.length > 0 ? wide : territory.ducts;
  const deposits: Deposit[] = [];
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 30; tries++) {
    const chance = draw.branch(tries);
    const start = chance.pick(starts);
    const way = wayOutward(tree, start, (children: readonly Duct[]) => chance.pick(children));
    const long = clamp(chance.logNormal(5, 0.32), ...lengthMm);
    const room = courseLengthMm(way.course) - long;
    if (room < 0.5) continue;
    const from = chance.uniform(0.2, Math.min(room, 14));
    const course = stretchOf(way.course, from, from + long);
    const middle = pointAt(course, long / 2);
    // What bends round or runs across is no rod of an ectatic duct, which makes for the nipple.
    const [first, last] = [course[0] as PhantomPoint, course[course.length - 1] as PhantomPoint];
    const inwards = unit(between(last, lobeApex(anatomy.breast)));
    const straightMm = dot(inwards, between(last, first));
    if (straightMm < leastInwards * long) continue;
    const free = deposits.every(({ at, spanMm }) => distance(at, middle) > (spanMm + long) / 2 + 1);
    if (!free || !territory.contains(middle)) continue;
    const calibreMm = sizeAbout(plan, 'large-rod-like', 0.2, chance);
    const solid = rodOf(course, middle, calibreMm, conspicuity(plan), chance);
    const ducts = way.ducts.filter((duct) =>
      duct.course.some((point) => course.some((other) => distance(point, other) < 1.5)),
    );
    deposits.push({
      morphology: 'large-rod-like',
      at: middle,
      axes: uprightAxes,
      solid,
      spanMm: sizeOf(solid).spanMm,
      part: {
        kind: 'lumen',
        at: middle,
        radiusMm: calibreMm * chance.uniform(0.55, 0.8),
        ducts: (ducts.length > 0 ? ducts : [start]).map(({ id }) => id),
        lobe: start.lobe,
      },
      tdlu: null,
    });
  }
  return deposits;
}

function rodOf(
  course: readonly PhantomPoint[],
  middle: PhantomPoint,
  calibreMm: number,
  clearness: number,
  draw: Draw,
): Cast {
  const fine = resampled(course, 0.4);
  const swelling = openNoise(draw.seed());
  const taperMm = draw.uniform(0.5, 1.4);
  const radiiMm = fine.map((_, i) => {
    const fromEnd = Math.min(i, fine.length - 1 - i) * 0.4;
    const end = Math.sqrt(clamp(0.2 + fromEnd / taperMm, 0.2, 1));
    return (calibreMm / 2) * end * (1 + 0.12 * swelling(i * 0.14, 0.5, 0.5));
  });
  return {
    kind: 'cast',
    limbs: [{ course: fine.map((point) => between(middle, point)), radiiMm }],
    // A periductal deposit leaves the lumen free.
    hollow: draw.chance(0.3) ? draw.uniform(0.35, 0.55) : 0,
    texture: {
      seed: draw.seed(),
      bumpMm: calibreMm * draw.uniform(0.03, 0.08),
      bumpSizeMm: calibreMm * 0.8,
      packing: clamp(draw.logNormal(0.15, 0.4), 0.06, 0.32) * clearness,
      mottle: 0.5,
    },
  };
}
