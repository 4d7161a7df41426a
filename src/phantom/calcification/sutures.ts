import { resampled, wander } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import { openNoise } from '../noise.ts';
import { sizeOf } from '../solid/size.ts';
import type { Limb } from '../solid/tube.ts';
import { moved, outOf, scaled, sum, uprightAxes, type Vector } from '../vector.ts';
import { anyAxes, conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

const stepMm = 0.2;

/** Along it mineral comes and goes in steps of that size. */
const finestMm = 0.1;

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
        bumpMm: calibreMm * 0.09,
        bumpSizeMm: calibreMm * 0.8,
        packing: chance.uniform(0.4, 0.68) * conspicuity(plan),
        mottle: 0.95,
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

/**
 * Where a thread has calcified: stretches of very unequal thickness that thin out to their ends, and
 * crumbs between them, a little beside the thread.
 */
function calcifiedStretches(thread: readonly Vector[], radiusMm: number, draw: Draw): Limb[] {
  const presence = openNoise(draw.seed());
  const swelling = openNoise(draw.seed());
  const form = draw.branch('form');
  const fine = resampled(thread, finestMm);
  const mineral = fine.map((_, i) => {
    const s = i * finestMm;
    return presence(s * 0.3, 0.5, 0.5) + 0.5 * presence(s * 1.3, 7.5, 0.5);
  });
  const inOrder = [...mineral].sort((a, b) => a - b);
  const free = inOrder[Math.floor(form.uniform(0.02, 0.14) * inOrder.length)] as number;
  const limbs: { course: Vector[]; radiiMm: number[] }[] = [];
  let aside: Vector = [0, 0, 0];
  let open = false;
  fine.forEach((point, i) => {
    const s = i * finestMm;
    const over = (mineral[i] as number) - free;
    const there = over > 0;
    if (there && !open) {
      limbs.push({ course: [], radiiMm: [] });
      aside = scaled(form.direction(), radiusMm * form.uniform(0, 0.7));
    }
    open = there;
    if (!there) return;
    const swollen = 0.8 + 0.4 * swelling(s * 0.9, 0.5, 0.5) + 0.3 * swelling(s * 3.1, 9.5, 0.5);
    const limb = limbs[limbs.length - 1] as (typeof limbs)[number];
    limb.course.push(sum(point, aside));
    limb.radiiMm.push(radiusMm * clamp(swollen * clamp(0.45 + 6 * over, 0.45, 1), 0.3, 0.95));
  });
  return limbs.filter(({ course }) => course.length > 1);
}

/** A knot: a wad of crumbs of unequal size about the end of the thread, and its cut ends. */
function knotAt(end: Vector, calibreMm: number, draw: Draw): Limb[] {
  const wideMm = calibreMm * draw.uniform(0.45, 0.85);
  const flat: Vector = [1, draw.uniform(0.5, 1), draw.uniform(0.4, 0.9)];
  const axes = anyAxes(draw);
  const wad = Array.from({ length: draw.integer(5, 10) }, (): Limb => {
    const [x, y, z] = scaled(draw.direction(), wideMm * draw.uniform(0.2, 1));
    const from = sum(end, outOf(axes, [x * flat[0], y * flat[1], z * flat[2]]));
    const to = sum(from, scaled(draw.direction(), calibreMm * draw.uniform(0.1, 0.5)));
    const radiusMm = calibreMm * draw.uniform(0.28, 0.49);
    return { course: [from, to], radiiMm: [radiusMm, radiusMm * draw.uniform(0.5, 1)] };
  });
  const ends = Array.from({ length: draw.integer(0, 2) }, (): Limb => {
    const way = draw.direction();
    const bend = scaled(draw.direction(), draw.uniform(0.1, 0.6));
    const longMm = draw.uniform(0.3, 1.6);
    const ear = [0, 0.35, 0.7, 1].map((t) =>
      sum(end, sum(scaled(way, longMm * t), scaled(bend, longMm * t * t))),
    );
    return { course: ear, radiiMm: ear.map(() => calibreMm * draw.uniform(0.12, 0.36)) };
  });
  return [...wad, ...ends];
}
