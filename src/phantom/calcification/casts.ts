import { bowed, resampled } from '../curve.ts';
import type { Draw } from '../draw.ts';
import type { Duct } from '../ductal-tree.ts';
import { clamp, smoothStep } from '../elementary.ts';
import { boxAround, type PhantomPoint } from '../frame.ts';
import { type Noise, noiseAt, openNoise } from '../noise.ts';
import type { Cast } from '../solid/cast.ts';
import { sizeOf } from '../solid/size.ts';
import { along, between, distance, dot, moved, unit, uprightAxes, type Vector } from '../vector.ts';
import { windingsCross } from './crossing.ts';
import { conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

/** A stretch of lumen that has filled with mineral; it may fork where the duct does. */
interface Filling {
  readonly limbs: PhantomPoint[][];
  readonly ducts: number[];
}

const stepMm = 0.08;

/** Over so much of its length on either side a cast evens out the elbows of its duct. */
const evenedMm = 0.5;

/** A cast with its branches: no more than these in one piece. */
const mostLimbs = 3;

/**
 * Fine linear and branching: casts of the ducts of the territory. Along each duct mineral comes and
 * goes by lengths that follow no beat; where it reaches a fork it goes on into the branches.
 */
export function depositCasts(ground: Ground, draw: Draw): Deposit[] {
  const { plan, territory, anatomy } = ground;
  const fillings = fillingsOf(ground, draw.branch('fillings'));
  // A line is filled along all of its length.
  const involved: ReadonlyMap<number, number> =
    plan.distribution === 'linear'
      ? new Map()
      : involvementOf(territory.ducts, draw.branch('ducts'));
  const order = fillings
    .map((filling) => ({
      filling,
      key:
        (involved.get(filling.ducts[0] ?? -1) ?? 1) +
        0.12 * draw.uniform() -
        0.1 * Math.min(filling.limbs.length - 1, 2),
    }))
    .sort((a, b) => a.key - b.key);
  const deposits: Deposit[] = [];
  const laid: PhantomPoint[][] = [];
  for (const { filling } of order) {
    if (deposits.length >= plan.count) break;
    if (filling.limbs.some((limb) => laid.some((other) => windingsCross(limb, other, steepSine))))
      continue;
    const chance = draw.branch(`cast ${deposits.length}`);
    const calibreMm = sizeAbout(plan, 'fine-linear', 0.3, chance);
    const box = boxAround(filling.limbs.flat());
    const at = along(box.min, box.max, 0.5);
    const solid = castOf(filling, at, calibreMm, conspicuity(plan), chance);
    const { spanMm, volumeMm3 } = sizeOf(solid);
    if (volumeMm3 === 0) continue;
    laid.push(...filling.limbs);
    deposits.push({
      morphology: 'fine-linear',
      at,
      axes: uprightAxes,
      solid,
      spanMm,
      part: {
        kind: 'lumen',
        at,
        radiusMm: Math.max(
          calibreMm * 0.6,
          anatomy.tree.ducts[filling.ducts[0] ?? 0]?.toRadiusMm ?? 0,
        ),
        ducts: [...new Set(filling.ducts)],
        lobe: territory.lobe ?? anatomy.tree.ducts[filling.ducts[0] ?? 0]?.lobe ?? 0,
      },
      tdlu: null,
    });
  }
  return deposits;
}

/** Casts that meet at a smaller angle may cross, as ducts of one lobe do: its sine. */
const steepSine = 0.6;

/**
 * How early each duct is taken, from 0 to 1: a duct takes after its parent, so that a few connected
 * ways are filled along most of their length while others stay empty.
 */
function involvementOf(ducts: readonly Duct[], draw: Draw): Map<number, number> {
  const involved = new Map<number, number>();
  for (const { id, parent } of ducts) {
    const from = parent === null ? undefined : involved.get(parent);
    const own = draw.uniform();
    involved.set(id, from === undefined ? own : 0.7 * from + 0.3 * own);
  }
  return involved;
}

/** Walks the ducts outwards, filling and leaving free. */
function fillingsOf({ territory, anatomy }: Ground, draw: Draw): Filling[] {
  const { tree } = anatomy;
  const held = new Set(territory.ducts.map(({ id }) => id));
  const roots = territory.ducts.filter(({ parent }) => parent === null || !held.has(parent));
  const fillings: Filling[] = [];
  // Lines between crumbs; hairline cracks between gaps of any length.
  const fillMm = () =>
    draw.chance(0.4) ? draw.uniform(0.14, 0.4) : clamp(draw.logNormal(0.95, 0.75), 0.4, 4.5);
  const gapMm = () =>
    draw.chance(0.5) ? draw.uniform(0.08, 0.3) : clamp(draw.logNormal(0.9, 1), 0.25, 9);

  const walk = (duct: Duct, open: Filling | null, leftMm: number) => {
    const fine = resampled(duct.course, stepMm);
    let filling = open;
    let left = leftMm;
    let limb: PhantomPoint[] = [];
    const close = () => {
      if (filling && limb.length > 1) {
        filling.limbs.push(limb);
        filling.ducts.push(duct.id);
      }
      limb = [];
    };
    for (const point of fine) {
      if (!territory.contains(point)) {
        close();
        filling = null;
        left = gapMm();
        continue;
      }
      if (filling) limb.push(point);
      left -= stepMm;
      if (left > 0) continue;
      close();
      if (filling) {
        filling = null;
        left = gapMm();
      } else {
        filling = { limbs: [], ducts: [] };
        fillings.push(filling);
        limb.push(point);
        left = fillMm();
      }
    }
    const goesOn = filling;
    close();
    for (const child of duct.children) {
      if (!held.has(child)) continue;
      // A fork that mineral has reached is filled a little way into its branches, now and then; forks
      // after forks would make a brush of it.
      if (goesOn && goesOn.limbs.length < mostLimbs && draw.chance(0.7))
        walk(tree.ducts[child] as Duct, goesOn, Math.max(left, draw.uniform(0.4, 1.7)));
      else walk(tree.ducts[child] as Duct, null, gapMm());
    }
  };
  for (const root of roots) walk(root, null, gapMm() * 0.5);
  return fillings.filter(({ limbs }) => limbs.some((limb) => limb.length > 2));
}

/** The cast of a filling: as thick as the plan says, thinner at its ends and in its branches. */
function castOf(
  { limbs }: Filling,
  at: PhantomPoint,
  calibreMm: number,
  clearness: number,
  draw: Draw,
): Cast {
  const swelling = openNoise(draw.seed());
  const meander = openNoise(draw.seed());
  const meanderMm = draw.uniform(0.12, 0.32);
  // Bumps add to the radius: what is left below the calibre is for them.
  const bumpMm = calibreMm * draw.uniform(0.1, 0.2);
  const radiusMm = calibreMm / 2 - 1.3 * bumpMm;
  const broken = draw.branch('broken');
  const widths = limbs.map((limb, index) => {
    const thinner = index === 0 ? 1 : draw.uniform(0.55, 0.95);
    const [firstTaper, lastTaper] = [draw.uniform(0.1, 2.2), draw.uniform(0.1, 2.2)];
    const [firstTip, lastTip] = [broken.uniform(0.2, 0.8), broken.uniform(0.2, 0.8)];
    const wholeAt = breaksOf((limb.length - 1) * stepMm, calibreMm, broken.branch(index));
    const freeMm = turnsAside(limb, limbs) ? broken.branch(`fork ${index}`).uniform(0.15, 0.9) : 0;
    return limb.map((_, i) => {
      const s = i * stepMm;
      const first = index === 0 ? firstTip + s / (calibreMm * firstTaper) : 1;
      const last = lastTip + ((limb.length - 1 - i) * stepMm) / (calibreMm * lastTaper);
      const beads = swelling(s * 1.1, index * 9, 0) + 0.7 * swelling(s * 4.7, index * 9, 5);
      const swollen = clamp(0.72 + 0.5 * beads, 0.3, 1);
      const joined = freeMm > 0 ? smoothStep(freeMm, freeMm + 2 * calibreMm, s) : 1;
      return thinner * Math.min(first, last, 1) * swollen * wholeAt(s) * joined;
    });
  });
  // It is as thick as the plan says where it is thickest.
  const widest = Math.max(...widths.flat());
  return {
    kind: 'cast',
    limbs: limbs.map((limb, index) => ({
      course: bowed(limb, Math.round(evenedMm / stepMm)).map((point) =>
        moved(between(at, point), wayOff(meander, point), meanderMm),
      ),
      radiiMm: (widths[index] as number[]).map((width) =>
        Math.max((radiusMm * width) / widest, 0.015),
      ),
    })),
    hollow: 0,
    texture: {
      seed: draw.seed(),
      bumpMm,
      bumpSizeMm: calibreMm * 0.42,
      packing: clamp(draw.logNormal(0.66, 0.25), 0.2, 0.95) * clearness,
      mottle: 0.9,
    },
  };
}

/** The cosine of the angle at which a branch leaves its stem too steeply for mineral to fill both as one. */
const steepest = 0.74;

/** Tells whether a limb leaves the one it comes from steeply: it begins as a thread, lest a T be seen. */
function turnsAside(limb: readonly PhantomPoint[], limbs: readonly PhantomPoint[][]): boolean {
  const from = limb[0] as PhantomPoint;
  const stem = limbs.find(
    (other) => distance(other[other.length - 1] as PhantomPoint, from) < stepMm,
  );
  if (!stem || stem === limb) return false;
  const back = Math.max(stem.length - 1 - aheadSteps, 0);
  const ahead = Math.min(aheadSteps, limb.length - 1);
  const before = unit(between(stem[back] as PhantomPoint, from));
  return dot(before, unit(between(from, limb[ahead] as PhantomPoint))) < steepest;
}

/** Over so many steps the way of a limb is judged. */
const aheadSteps = 8;

/**
 * How much of its width is left along a cast: it consists of thick and thin pieces that hang together
 * by a neck or not at all.
 */
function breaksOf(lengthMm: number, calibreMm: number, draw: Draw): (s: number) => number {
  const pieces: { toMm: number; width: number; neck: number; gapMm: number }[] = [];
  for (let toMm = 0; toMm < lengthMm;) {
    toMm += clamp(draw.logNormal(0.8, 0.9), 0.15, 3.5);
    const [width, neck] = [draw.uniform(0.4, 1), draw.uniform(-0.3, 0.9)];
    pieces.push({ toMm, width, neck, gapMm: calibreMm * draw.uniform(0, 0.6) });
  }
  return (s) => {
    const width = pieces.find(({ toMm }) => s <= toMm)?.width ?? 1;
    const necks = pieces.map(({ toMm, neck, gapMm }) => {
      const off = (Math.abs(s - toMm) - gapMm / 2) / (0.5 * calibreMm);
      return Math.max(neck, smoothStep(-0.15, 1, off));
    });
    return width * Math.min(...necks, 1);
  };
}

/** Which way a cast strays from the middle of its duct at a point; smooth, so that branches stay joined. */
const wayOff = (noise: Noise, point: PhantomPoint): Vector => [
  noiseAt(noise, moved(point, [31, 0, 0]), 0.9),
  noiseAt(noise, moved(point, [0, 31, 0]), 0.9),
  noiseAt(noise, moved(point, [0, 0, 31]), 0.9),
];
