import { distributionOf, groupMaxMm, groupMinCount } from '../../lexicon/index.ts';
import type { Phantom } from '../../phantom/index.ts';
import { degreesOf } from './reader.ts';
import type { Scene } from './scene.ts';
import type { ReaderMeasures, ViewTruth } from './view-truth.ts';

const arranged = (
  { view }: Scene,
  says: string,
  { count, extentMm }: ReaderMeasures,
  rule: string,
) =>
  `\`distribution\` says ${says}, but ${view} shows ${count} calcifications over ${extentMm.toFixed(1)} mm; ${rule}.`;

/** A line is narrower than this part of its length; a segment is such a wedge, and so deep. */
const lineAtMost = 0.5;
const wedgeAtMostDeg = 30;
const deepAtLeast = 0.5;

/** How each distribution must look; a diffuse one leaves nothing to check in a field of 5 cm. */
export const spreadRules: Partial<
  Record<NonNullable<Phantom['plan']['distribution']>, (scene: Scene) => string[]>
> = {
  grouped: (scene) => {
    const { measures } = scene.truth;
    const { count, extentMm } = measures;
    return distributionOf({ count, extentMm, follows: 'nothing' }) === 'grouped'
      ? []
      : [
          arranged(
            scene,
            'grouped',
            measures,
            `a group is at least ${groupMinCount} within ${groupMaxMm} mm`,
          ),
        ];
  },
  regional: (scene) => {
    const { measures } = scene.truth;
    return measures.count >= groupMinCount && measures.extentMm > groupMaxMm
      ? []
      : [
          arranged(
            scene,
            'regional',
            measures,
            `a region is at least ${groupMinCount} over more than ${groupMaxMm} mm`,
          ),
        ];
  },
  linear: (scene) => {
    const { measures } = scene.truth;
    // Two pieces are always in line, and an artery may wind.
    if (measures.count < 3 || scene.phantom.plan.morphology === 'vascular') return [];
    return measures.width <= lineAtMost
      ? []
      : [
          arranged(
            scene,
            'linear',
            measures,
            `a line is at most ${lineAtMost} times as wide as long, not ${measures.width.toFixed(2)}`,
          ),
        ];
  },
  segmental: (scene) => {
    const { measures } = scene.truth;
    const wedge = wedgeOf(scene.truth);
    if (!wedge || measures.count < groupMinCount) return [];
    const off = Math.round(wedge.withinDeg);
    const deep = Math.round((wedge.deepMm / measures.extentMm) * 100);
    return wedge.withinDeg <= wedgeAtMostDeg && deep >= deepAtLeast * 100
      ? []
      : [
          arranged(
            scene,
            'segmental',
            measures,
            `a segment is a wedge of at most ±${wedgeAtMostDeg}° about the nipple, not ±${off}°, and at least ${deepAtLeast * 100} % of its extent deep, not ${deep} %`,
          ),
        ];
  },
};

/**
 * The wedge with its apex at the nipple in which nine specks of ten lie: its half angle, and how far
 * they reach from the nearest to the farthest. Null where the view has no nipple.
 */
function wedgeOf({ specks, nipplePx, umPerPixel }: ViewTruth) {
  if (!nipplePx) return null;
  const ways = specks.flatMap(({ visible, centrePx }) => {
    if (!visible || !centrePx) return [];
    const [dx, dy] = [centrePx[0] - nipplePx[0], centrePx[1] - nipplePx[1]];
    return [{ dx, dy, far: Math.sqrt(dx * dx + dy * dy) }];
  });
  const sum = (of: (way: (typeof ways)[number]) => number) =>
    ways.reduce((total, way) => total + of(way), 0);
  const [x, y] = [sum(({ dx, far }) => dx / far), sum(({ dy, far }) => dy / far)];
  const long = Math.sqrt(x * x + y * y);
  const off = ways
    .map(({ dx, dy, far }) => degreesOf((dx * x + dy * y) / (far * long)))
    .sort((a, b) => a - b);
  const reaches = ways.map(({ far }) => far);
  const deepPx = Math.max(...reaches) - Math.min(...reaches);
  return {
    withinDeg: off[Math.floor(0.9 * (off.length - 1))] ?? 0,
    deepMm: (deepPx * umPerPixel) / 1000,
  };
}
