import {
  type Compression,
  depthUnderSkinMm,
  type Draw,
  layered,
  openNoise,
  openPatient,
  type Phantom,
  type PhantomPoint,
  scaled,
  type Vector,
  wander,
} from '../../phantom/index.ts';
import type { Swelling } from './swelling.ts';

/** How far the scar runs from its threads to either side, at rest; how wide and how thick it is in their midst. */
const longMm = [12, 24] as const;
const wideMm = [3.2, 5.5] as const;
const thickMm = [1.6, 2.6] as const;
const stepMm = 1.2;
/** It is uneven over so many millimetres along and across. */
const unevenMm = 3.1;
/** It ends so far under the skin. */
const leastDepthMm = 2;

/**
 * Opens the scar in which the threads of an operation lie: a streak of collagen without a border, that winds
 * through them and thins out to its ends; undefined where no thread was left. Nodes are given its path in millimetres.
 */
export function openScarStreak(
  { lesion, plan, anatomy }: Phantom,
  compression: Compression,
): Swelling | undefined {
  if (lesion.parts.every((part) => part.kind !== 'thread')) return undefined;
  const draw = openPatient(plan.seed).branch('scar streak');
  const uneven = layered(openNoise(draw.branch('unevenness').seed()), 3, 0.6);
  const isInside = (point: PhantomPoint) => depthUnderSkinMm(anatomy.breast, point) > leastDepthMm;
  const direction = draw.direction();
  const widest = draw.uniform(...wideMm);
  const thickest = draw.uniform(...thickMm);
  const bed = [direction, scaled(direction, -1)].flatMap((way, side) => {
    const course = wayOut(lesion.at, way, isInside, draw.branch(side));
    return course.map((point, n) => {
      const [u, v] = compression.compress(point);
      const left = 1 - n / course.length;
      return { u, v, reachMm: widest * (0.5 + 0.5 * left), mm: thickest * left };
    });
  });
  return (vMm, usMm, to) => {
    const near = bed.filter(({ v, reachMm }) => Math.abs(v - vMm) < reachMm);
    if (near.length === 0) return;
    for (let i = 0; i < usMm.length; i++) {
      const uMm = usMm[i] as number;
      let most = 0;
      for (const { u, v, reachMm, mm } of near) {
        const [du, dv] = [u - uMm, v - vMm];
        const left = 1 - (du * du + dv * dv) / (reachMm * reachMm);
        if (left > 0) most = Math.max(most, mm * left * left);
      }
      if (most === 0) continue;
      const here = 0.75 + 1.1 * uneven(uMm / unevenMm, vMm / unevenMm, 0.5);
      to[i] = (to[i] as number) + most * Math.max(here, 0);
    }
  };
}

const wayOut = (
  from: PhantomPoint,
  direction: Vector,
  allowed: (point: PhantomPoint) => boolean,
  draw: Draw,
): PhantomPoint[] =>
  wander(
    {
      from,
      direction,
      stepMm,
      steps: Math.round(draw.uniform(...longMm) / stepMm),
      restlessness: 0.09,
      wobble: 0.06,
      allowed,
    },
    draw,
  );
