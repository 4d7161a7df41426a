import {
  type Compression,
  compressedPoint,
  layered,
  openNoise,
  openPatient,
  type Phantom,
  power,
  smoothStep,
} from '../../phantom/index.ts';
import type { Frame } from '../raster.ts';
import { type LatticeMap, openLatticeMap, stepPx } from './lattice-map.ts';

/** Distance of the rays whose places are worked out. */
const placeStepMm = 1.2;
/** Added to coordinates of the map, which knows no negative numbers. */
const placeShiftMm = 400;
/** Fibres bend, by so much over so long a way: sheaves as a whole, and within them. */
const bending = [
  { byMm: 2.6, sizeMm: 18 },
  { byMm: 0.6, sizeMm: 6 },
] as const;
/** Fibres run to a pole so far before the nipple; at `evenMm` from it they are as wide as they are drawn. */
const beforeNippleMm = 14;
const nearestMm = 18;
const evenMm = 60;
/** 1 would be rays of a star, which grow too wide at the chest wall. */
const convergence = 0.75;
/** About their pole fibres would lie in rings, like the lines of a finger: between these they set in. */
const settingInMm = [14, 34] as const;

/**
 * Opens a map of where the weave is read: for the middle of each ray the three coordinates of its place at rest,
 * in the space in which fibres run straight, and how much of them there is. Two views cut the weave along
 * different surfaces.
 */
export function openWeavePlaces(
  { anatomy, plan }: Phantom,
  compression: Compression,
  frame: Frame,
): LatticeMap {
  const bends = layered(openNoise(openPatient(plan.seed).branch('bends').seed()), 2);
  const pitchMm = frame.pitchUm / 1000;
  const step = stepPx(placeStepMm, pitchMm);
  const beyondMm = 3 * step * pitchMm;
  const poleMm = anatomy.breast.depthMm + beforeNippleMm;
  const bowed: [number, number, number] = [0, 0, 0];
  return openLatticeMap(frame, step, 4, (vMm, usMm, to) => {
    for (let i = 0; i < usMm.length; i++) {
      // Nodes in the air that no pixel of the breast leans on stay 0.
      const back = (usMm[i] as number) - beyondMm;
      const near = (v: number) => compression.halfThicknessMm(back, v) > 0;
      if (!near(vMm) && !near(vMm - beyondMm) && !near(vMm + beyondMm)) continue;
      const point = compression.release(compressedPoint(usMm[i] as number, vMm, 0));
      for (let axis = 0; axis < 3; axis++) {
        bowed[axis] = point[axis] as number;
        for (const { byMm, sizeMm } of bending) {
          const bent = bends(point[0] / sizeMm, point[1] / sizeMm, point[2] / sizeMm + 9 * axis);
          bowed[axis] = (bowed[axis] as number) + byMm * bent;
        }
      }
      const place = towardsNipple(bowed, poleMm);
      (to[3] as Float32Array)[i] = smoothStep(...settingInMm, place[0]);
      for (let axis = 0; axis < 3; axis++)
        (to[axis] as Float32Array)[i] = (place[axis] as number) + placeShiftMm;
    }
  });
}

/**
 * A place as its way from a pole before the nipple, and how far it is off the axis, by which fibres lie
 * the closer the nearer they come to the nipple: what runs along the first of them runs to the nipple.
 */
function towardsNipple([x, y, z]: readonly number[], poleMm: number) {
  const ahead = poleMm - (x as number);
  const wayMm = Math.sqrt(
    ahead * ahead + (y as number) * (y as number) + (z as number) * (z as number),
  );
  const closer = power(Math.max(wayMm, nearestMm) / evenMm, -convergence);
  return [wayMm, (y as number) * closer, (z as number) * closer] as const;
}
