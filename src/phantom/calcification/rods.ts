import { bowed, courseLengthMm, pointAt, resampled, stretchOf } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { type Duct, type DuctalTree, wayOutward } from '../ductal-tree.ts';
import { clamp, power, smoothStep } from '../elementary.ts';
import type { PhantomPoint } from '../frame.ts';
import { lobeApex } from '../lobe.ts';
import { openNoise } from '../noise.ts';
import type { Cast } from '../solid/cast.ts';
import { sizeOf } from '../solid/size.ts';
import {
  between,
  distance,
  dot,
  length,
  moved,
  unit,
  uprightAxes,
  type Vector,
} from '../vector.ts';
import { seemToCross } from './crossing.ts';
import { conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

/** Rods are 3 to 10 mm long; a margin is kept on either side. */
const lengthMm = [3.3, 9.4] as const;

/** Distance of the points of a rod. */
const stepMm = 0.2;

/** What its two ends add to the length of a rod, in calibres. */
const endsPart = 0.53;

/** How much nearer to the nipple its inner end lies, over its length. */
const leastInwards = 0.86;

/**
 * Large rods: smooth, along ectatic ducts and so towards the nipple, rarely hollow. They lie in the
 * larger ducts, several to a duct but not touching.
 */
export function depositRods({ plan, territory, anatomy }: Ground, draw: Draw): Deposit[] {
  const { tree } = anatomy;
  const wide = territory.ducts.filter(({ generation }) => generation >= 1 && generation <= 3);
  const starts = wide.length > 0 ? wide : territory.ducts;
  const deposits: Deposit[] = [];
  const laid: Laid[] = [];
  let ahead: Ahead | undefined;
  for (let tries = 0; deposits.length < plan.count && tries < plan.count * 30; tries++) {
    const chance = draw.branch(tries);
    const goesOn = chance.branch('row');
    const row = ahead && goesOn.chance(inRow) ? ahead : undefined;
    ahead = undefined;
    const start = row?.start ?? chance.pick(starts);
    const way =
      row?.way ?? wayOutward(tree, start, (children: readonly Duct[]) => chance.pick(children));
    const long = lengthOf(chance.branch('length'));
    const room = courseLengthMm(way.course) - long;
    if (room < 0.5) continue;
    const from = row
      ? row.toMm + goesOn.uniform(...betweenMm)
      : chance.uniform(0.2, Math.min(room, 14));
    if (from > room) continue;
    const course = stretchOf(way.course, from, from + long);
    const middle = pointAt(course, long / 2);
    // What bends round or runs across is no rod of an ectatic duct, which makes for the nipple.
    const [first, last] = [course[0] as PhantomPoint, course[course.length - 1] as PhantomPoint];
    const inwards = unit(between(last, lobeApex(anatomy.breast)));
    const straightMm = dot(inwards, between(last, first));
    if (straightMm < leastInwards * long) continue;
    const free = laid.every(
      (other) => distance(other.middle, middle) > (other.roomMm + long) / 2 + 1,
    );
    if (!free || !territory.contains(middle)) continue;
    if (laid.some((other) => seemToCross(course, other.course))) continue;
    const typicalMm = sizeAbout(plan, 'large-rod-like', 0.2, chance);
    const calibreMm = sizeAbout(plan, 'large-rod-like', 0.36, chance.branch('calibre'));
    const fork = forkOf(tree, way, from, long, last, chance.branch('fork'));
    const limbs = (fork ? [course, fork.course] : [course]).map((limb) =>
      drawnIn(limb, middle, unit(between(last, first)), inwards, long),
    );
    const solid = rodOf(limbs, middle, calibreMm, conspicuity(plan), chance);
    const { spanMm } = sizeOf(solid);
    ahead = { start, way, toMm: from + long + calibreMm };
    laid.push({ course, middle, roomMm: distance(first, last) + endsPart * typicalMm });
    const ducts = way.ducts.filter((duct) =>
      duct.course.some((point) => course.some((other) => distance(point, other) < 1.5)),
    );
    if (fork) ducts.push(fork.duct);
    deposits.push({
      morphology: 'large-rod-like',
      at: middle,
      axes: uprightAxes,
      solid,
      spanMm,
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

/** The duct in which the next rod may follow the last one, end to end, and where that one ends. */
interface Ahead {
  readonly start: Duct;
  readonly way: ReturnType<typeof wayOutward>;
  readonly toMm: number;
}

/** How many of the rods follow another one in its duct, where there is room, and at what distance. */
const inRow = 0.7;
const betweenMm = [1.1, 3.2] as const;

/** Short rods are as frequent as long ones. */
const lengthOf = (draw: Draw): number => {
  const [least, most] = lengthMm;
  return least * power(most / least, power(draw.uniform(), 1.25));
};

/** Where a rod lies, and how long it is with its ends. */
interface Laid {
  readonly course: readonly PhantomPoint[];
  readonly middle: PhantomPoint;
  readonly roomMm: number;
}

/** A duct that holds a rod is wide and runs in bows, even where it forks: over so much on either side. */
const evenedMm = 1.2;

/** How much of the angle between a rod and the way to the nipple an ectatic duct has lost, and how far its ends go for that. */
const drawnPart = 0.75;
const drawnMostMm = 0.8;

/** A wide duct is straighter than a thin one: the rod in it is turned about its middle towards the nipple. */
function drawnIn(
  course: readonly PhantomPoint[],
  middle: PhantomPoint,
  way: Vector,
  inwards: Vector,
  lengthMm: number,
): PhantomPoint[] {
  const aside = between(way, inwards);
  const most = (2 * drawnMostMm) / lengthMm / Math.max(length(aside), 1e-6);
  const part = Math.min(drawnPart, most);
  return course.map((point) => moved(point, aside, part * dot(way, between(middle, point))));
}

/** So far before a fork a branch begins, so that it leaves in a bow; and how far it is filled beyond. */
const beforeForkMm = 1.4;
const beyondForkMm = [1.2, 4.4] as const;
/** The cosine of the widest angle at which a branch is filled. */
const forkedAtMost = 0.8;

/** The branch of a rod, where its duct forks within it: two in three are filled. */
function forkOf(
  tree: DuctalTree,
  { ducts }: { readonly ducts: readonly Duct[] },
  fromMm: number,
  lengthMm: number,
  rodEnd: PhantomPoint,
  draw: Draw,
): { readonly duct: Duct; readonly course: readonly PhantomPoint[] } | undefined {
  let forkMm = -fromMm;
  for (const [n, duct] of ducts.entries()) {
    forkMm += courseLengthMm(duct.course);
    if (forkMm < beforeForkMm || forkMm > lengthMm - 1 || !draw.chance(0.66)) continue;
    const beside = duct.children.find((id) => id !== ducts[n + 1]?.id);
    const other = beside === undefined ? undefined : (tree.ducts[beside] as Duct);
    const before = stretchOf(duct.course, courseLengthMm(duct.course) - beforeForkMm, Infinity);
    if (!other || before.length < 2) continue;
    // It is no longer than the rod's other half, lest it make the whole longer than a rod.
    const beyondMm = Math.min(draw.uniform(...beyondForkMm), lengthMm - forkMm);
    const beyond = stretchOf(other.course, 0, beyondMm);
    const [start, fork] = [before[0] as PhantomPoint, before[before.length - 1] as PhantomPoint];
    const end = beyond[beyond.length - 1];
    if (!end) continue;
    const branchWay = unit(between(fork, end));
    // A branch that leaves the rod it comes from, or the rod's other half, steeply makes a T or a V of it.
    if (dot(unit(between(start, fork)), branchWay) < forkedAtMost) continue;
    if (dot(unit(between(fork, rodEnd)), branchWay) < forkedAtMost) continue;
    return { duct: other, course: [...before, ...beyond.slice(1)] };
  }
  return undefined;
}

/** Where a rod is cracked through, in millimetres along it: a few are, and hold together by a thread. */
function crackedAt(lengthMm: number, calibreMm: number, draw: Draw): number[] {
  const margin = 1.5 * calibreMm;
  if (lengthMm < 4 * margin || !draw.chance(0.3)) return [];
  return Array.from({ length: draw.integer(1, 2) }, () => draw.uniform(margin, lengthMm - margin));
}

/** A rod and, where there is one, its branch, which begins within it. */
function rodOf(
  courses: readonly (readonly PhantomPoint[])[],
  middle: PhantomPoint,
  calibreMm: number,
  clearness: number,
  draw: Draw,
): Cast {
  const [fine, branch] = courses.map((course) =>
    bowed(resampled(course, stepMm), Math.round(evenedMm / stepMm)),
  ) as [PhantomPoint[], PhantomPoint[] | undefined];
  const swelling = openNoise(draw.seed());
  // A cigar: it thins out to its ends, each in its own way, or is broken off; some are drawn out to a point.
  const taper = draw.branch('taper');
  const [firstMm, lastMm] = [0, 1].map(() => {
    const blunt = calibreMm * draw.uniform(0.5, 3.6);
    return taper.chance(0.3) ? (fine.length - 1) * stepMm * taper.uniform(0.3, 0.6) : blunt;
  }) as [number, number];
  const cracksMm = crackedAt((fine.length - 1) * stepMm, calibreMm, draw.branch('cracks'));
  const radiiMm = fine.map((_, i) => {
    const first = i * stepMm;
    const last = (fine.length - 1 - i) * stepMm;
    const part = clamp(Math.min(first / firstMm, last / lastMm), 0, 1);
    const end = Math.sqrt(1 - 0.9 * (1 - part) * (1 - part));
    const s = i * stepMm;
    const swollen = 1 + 0.24 * swelling(s * 0.35, 0.5, 0.5) + 0.17 * swelling(s * 1.2, 7.5, 0.5);
    const whole = Math.min(
      ...cracksMm.map((at) => 1 - 0.88 * smoothStep(0.3, 0.1, Math.abs(s - at))),
      1,
    );
    return (calibreMm / 2) * end * whole * Math.min(swollen, 1.08);
  });
  const limbs = [{ course: fine.map((point) => between(middle, point)), radiiMm }];
  if (branch) {
    const widest = draw.branch('branch').uniform(0.5, 0.8) * (calibreMm / 2);
    limbs.push({
      course: branch.map((point) => between(middle, point)),
      radiiMm: branch.map((_, i) => {
        const left = clamp(((branch.length - 1 - i) * stepMm) / (2 * calibreMm), 0, 1);
        return widest * Math.sqrt(1 - 0.9 * (1 - left) * (1 - left));
      }),
    });
  }
  return {
    kind: 'cast',
    limbs,
    // A periductal deposit leaves the lumen free.
    hollow: draw.branch('hollow').chance(0.36) ? draw.uniform(0.4, 0.72) : 0,
    texture: {
      seed: draw.seed(),
      bumpMm: calibreMm * draw.uniform(0.04, 0.11),
      bumpSizeMm: calibreMm * 0.8,
      packing: clamp(draw.logNormal(0.1, 0.55), 0.04, 0.26) * clearness,
      mottle: 0.95,
    },
  };
}
