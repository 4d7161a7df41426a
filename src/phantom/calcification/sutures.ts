import { wander } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { clamp, cosine, pi, sine } from '../elementary.ts';
import { openNoise } from '../noise.ts';
import { sizeOf } from '../solid/size.ts';
import type { Limb } from '../solid/tube.ts';
import { moved, outOf, scaled, sum, uprightAxes, type Vector } from '../vector.ts';
import { anyAxes, conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

const stepMm = 0.2;

/** Sutures: threads with loops and knots, calcified along most of their length. */
export function depositSutures({ plan, territory }: Ground, draw: Draw): Deposit[] {
  return Array.from({ length: plan.count }, (_, index): Deposit => {
    const chance = draw.branch(index);
    const at = moved(territory.at, chance.direction(), chance.uniform(1, 3 + plan.count * 1.1));
    const calibreMm = sizeAbout(plan, 'suture', 0.06, chance);
    const thread = threadOf(chance);
    const limbs = calcifiedStretches(thread, calibreMm / 2, chance);
    // One knot, none, or one at either end.
    const knots = chance.pick([0, 1, 1, 1, 2]);
    const ends = [thread[0], thread[thread.length - 1]].slice(0, knots);
    for (const end of ends) limbs.push(...knotAt(end as Vector, calibreMm, chance));
    const solid = {
      kind: 'cast' as const,
      limbs,
      hollow: chance.chance(0.4) ? 0.4 : 0,
      texture: {
        seed: chance.seed(),
        bumpMm: calibreMm * 0.06,
        bumpSizeMm: calibreMm,
        packing: chance.uniform(0.45, 0.7) * conspicuity(plan),
        mottle: 0.3,
      },
    };
    return {
      morphology: 'suture',
      at,
      axes: uprightAxes,
      solid,
      spanMm: sizeOf(solid).spanMm,
      part: { kind: 'thread', at, radiusMm: calibreMm / 2 },
      tdlu: null,
    };
  });
}

/** A thread about the origin: it curves one way, as a stitch does, some of them to a loop. */
function threadOf(draw: Draw): Vector[] {
  const longMm = draw.uniform(7, 15);
  const axis = draw.direction();
  const curl = draw.chance(0.4) ? draw.uniform(0.14, 0.3) : draw.uniform(0.02, 0.1);
  const around = (direction: Vector): Vector => [
    axis[1] * direction[2] - axis[2] * direction[1],
    axis[2] * direction[0] - axis[0] * direction[2],
    axis[0] * direction[1] - axis[1] * direction[0],
  ];
  const thread = wander<Vector>(
    {
      from: [0, 0, 0],
      direction: draw.direction(),
      stepMm,
      steps: Math.round(longMm / stepMm),
      restlessness: 0.05,
      wobble: 0.02,
      steer: (_, direction) => scaled(around(direction), curl * 0.5),
    },
    draw,
  );
  const middle = thread[Math.floor(thread.length / 2)] as Vector;
  return thread.map((point) => sum(point, scaled(middle, -1)));
}

function calcifiedStretches(thread: readonly Vector[], radiusMm: number, draw: Draw): Limb[] {
  const presence = openNoise(draw.seed());
  const swelling = openNoise(draw.seed());
  const limbs: { course: Vector[]; radiiMm: number[] }[] = [];
  let open = false;
  thread.forEach((point, i) => {
    const s = i * stepMm;
    const there = presence(s * 0.3, 0.5, 0.5) > -0.42;
    if (there && !open) limbs.push({ course: [], radiiMm: [] });
    open = there;
    if (!there) return;
    const limb = limbs[limbs.length - 1] as (typeof limbs)[number];
    limb.course.push(point);
    limb.radiiMm.push(radiusMm * clamp(0.82 + 0.2 * swelling(s * 1.6, 0.5, 0.5), 0.6, 0.95));
  });
  return limbs.filter(({ course }) => course.length > 2);
}

/** A knot: the thread drawn tight twice round itself, and its two cut ends. */
function knotAt(end: Vector, calibreMm: number, draw: Draw): Limb[] {
  const axes = anyAxes(draw);
  // Drawn tight or left loose, flat or bunched, and only in part calcified.
  const size = draw.logNormal(1, 0.3);
  const [lobe, bunch, skew] = [
    draw.uniform(0.1, 0.5),
    draw.uniform(0.3, 1.1),
    draw.uniform(0.6, 1),
  ];
  const steps = draw.integer(16, 30);
  const course = Array.from({ length: steps + 1 }, (_, i) => {
    const t = (2 * pi * i) / 26;
    const ring = calibreMm * size * (0.72 + lobe * cosine(3 * t));
    const high = bunch * size * calibreMm * sine(3 * t);
    return sum(end, outOf(axes, [ring * cosine(2 * t), skew * ring * sine(2 * t), high]));
  });
  const ends = Array.from({ length: draw.integer(0, 2) }, (): Limb => {
    const way = draw.direction();
    const bend = scaled(draw.direction(), draw.uniform(0.1, 0.6));
    const longMm = draw.uniform(0.3, 2.2);
    const ear = [0, 0.35, 0.7, 1].map((t) =>
      sum(end, sum(scaled(way, longMm * t), scaled(bend, longMm * t * t))),
    );
    return { course: ear, radiiMm: ear.map(() => calibreMm * 0.38) };
  });
  return [{ course, radiiMm: course.map(() => calibreMm * 0.42) }, ...ends];
}
