import { type Breast, depthUnderSkinMm, skinThicknessMm } from './breast.ts';
import { courseLengthMm, wander } from './curve.ts';
import type { Draw } from './draw.ts';
import type { DuctalTree } from './ductal-tree.ts';
import { pi, sine } from './elementary.ts';
import type { PhantomPoint } from './frame.ts';
import { distance, moved, scaled, unit, type Vector } from './vector.ts';

/**
 * A strand of Cooper's ligaments: it starts at the gland, tapers through the fat under the skin and
 * ends in the skin. (The sheets of the ligaments are the walls between the fat lobules.)
 */
export interface Ligament {
  readonly id: number;
  /** From the gland to the skin. */
  readonly course: readonly PhantomPoint[];
  readonly fromRadiusMm: number;
  readonly toRadiusMm: number;
}

/** Fat between gland and skin that they cross, in millimetres, and how far from each other they set out. */
const crossedMm = [6, 21] as const;
const apartMm = 3;

/** Grows strands from the outermost lobules of the gland to the skin. */
export function growLigaments(breast: Breast, tree: DuctalTree, draw: Draw): Ligament[] {
  const outermost = tree.tdlus.filter((tdlu) => {
    const depth = depthUnderSkinMm(breast, tdlu.at);
    return depth > crossedMm[0] && depth < crossedMm[1];
  });
  if (outermost.length === 0) return [];
  const wanted = Math.min(draw.integer(420, 560), outermost.length);
  const ligaments: Ligament[] = [];
  for (let tries = 0; tries < wanted; tries++) {
    const from = draw.pick(outermost).at;
    if (ligaments.some(({ course }) => distance(course[0] as PhantomPoint, from) < apartMm))
      continue;
    const outward = unit([1 + draw.normal(0, 0.3), from[1] / 40, from[2] / 40]);
    const course = wander(
      {
        from,
        direction: outward,
        stepMm: 1.4,
        steps: 19,
        restlessness: 0.13,
        wobble: 0.22,
        steer: (p) => scaled(steepestOutward(breast, p), 0.12),
        allowed: (p) => depthUnderSkinMm(breast, p) > skinThicknessMm(breast, p) * 0.5,
      },
      draw,
    );
    const end = course[course.length - 1] as PhantomPoint;
    const anchored = depthUnderSkinMm(breast, end) < skinThicknessMm(breast, end) + 1.6;
    if (!anchored) continue;
    // Of very different strength: the few strong ones are what is seen of them under the skin.
    const fromRadiusMm = Math.min(draw.logNormal(0.2, 0.5), 0.4);
    ligaments.push({
      id: ligaments.length,
      course: bowed(course, draw.branch(ligaments.length)),
      fromRadiusMm,
      toRadiusMm: fromRadiusMm * draw.uniform(0.5, 0.8),
    });
  }
  return ligaments;
}

/** How far ligaments bow aside on their way, as part of its length: fat lobules bulge between them. */
const bow = 0.06;

/** A course bowed to one side; its ends stay where they are. */
function bowed(course: readonly PhantomPoint[], draw: Draw): PhantomPoint[] {
  const last = course.length - 1;
  const side = scaled(draw.direction(), draw.normal(0, bow) * courseLengthMm(course));
  return course.map((point, n) => moved(point, side, sine((pi * n) / last)));
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
