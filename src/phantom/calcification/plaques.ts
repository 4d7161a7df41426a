import { courseLengthMm, pointAt, resampled, stretchOf } from '../curve.ts';
import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import type { PhantomPoint } from '../frame.ts';
import type { Sheath } from '../solid/sheath.ts';
import { between, uprightAxes } from '../vector.ts';
import type { Vessel } from '../vessel.ts';
import { conspicuity, type Deposit, type Ground, sizeAbout } from './deposit.ts';

/** Where in the breast a calcified run may begin: behind that no view shows it. */
const visibleFromMm = 6;

/**
 * Vascular: runs of plaques in the walls of one or two arteries, from trunk to twig, with stretches
 * between them where the wall is clean.
 */
export function depositPlaques({ plan, anatomy }: Ground, draw: Draw): Deposit[] {
  const ways = draw.branch('ways');
  const trunks = anatomy.vessels.filter(({ kind, parent }) => kind === 'artery' && parent === null);
  const arteries = trunks
    .map((trunk) => wayDown(anatomy.vessels, trunk))
    .map((way) => ({ way, key: ways.uniform() - courseLengthMm(way.course) / 80 }))
    .sort((a, b) => a.key - b.key)
    .map(({ way }) => way);
  const deposits: Deposit[] = [];
  for (const [order, way] of arteries.entries()) {
    const chance = draw.branch(`artery ${order}`);
    const shown = way.course.filter(([x]) => x > visibleFromMm);
    // A calcified artery is nearly as wide as it was, so that it is seen to go on between its plaques.
    const wanted = sizeAbout(plan, 'vascular', 0.1, chance) / 2;
    const widened = clamp(wanted / way.trunkRadiusMm, 0.85, 1.2);
    const whole = courseLengthMm(shown);
    // The second artery takes over when the first has had its share.
    const share = order === 0 ? Math.ceil(plan.count * chance.uniform(0.55, 1)) : plan.count;
    let start = chance.uniform(0, 3);
    while (deposits.length < share && start + 4 < whole) {
      const long = Math.min(clamp(chance.logNormal(8, 0.45), 3.5, 18), whole - start);
      const course = stretchOf(shown, start, start + long);
      const radiusMm = Math.max(way.radiusAt(start + long / 2) * widened, 0.25);
      const middle = pointAt(course, long / 2);
      const solid = sheathOf(course, middle, radiusMm, conspicuity(plan), chance);
      start += long + clamp(chance.logNormal(2.2, 0.8), 0.4, 14);
      deposits.push({
        morphology: 'vascular',
        at: middle,
        axes: uprightAxes,
        solid,
        spanMm: long,
        part: { kind: 'artery', at: middle, vessel: way.trunk, radiusMm },
        tdlu: null,
      });
    }
    if (deposits.length >= plan.count) break;
  }
  return deposits;
}

/** From a trunk always into the thicker branch. */
function wayDown(vessels: readonly Vessel[], trunk: Vessel) {
  const course: PhantomPoint[] = [...trunk.course];
  const stretches = [trunk];
  for (let here: Vessel | undefined = trunk; here;) {
    const parent: number = here.id;
    const branches: Vessel[] = vessels.filter((vessel) => vessel.parent === parent);
    here = branches.sort((a, b) => b.fromRadiusMm - a.fromRadiusMm)[0];
    if (here) {
      course.push(...here.course.slice(1));
      stretches.push(here);
    }
  }
  const hidden = courseLengthMm(course) - courseLengthMm(course.filter(([x]) => x > visibleFromMm));
  const radiusAt = (shownMm: number): number => {
    let left = shownMm + hidden;
    for (const { course: stretch, fromRadiusMm, toRadiusMm } of stretches) {
      const long = courseLengthMm(stretch);
      if (left <= long) return fromRadiusMm + ((toRadiusMm - fromRadiusMm) * left) / long;
      left -= long;
    }
    return stretches[stretches.length - 1]?.toRadiusMm ?? trunk.toRadiusMm;
  };
  return { trunk: trunk.id, course, trunkRadiusMm: trunk.fromRadiusMm, radiusAt };
}

function sheathOf(
  course: readonly PhantomPoint[],
  middle: PhantomPoint,
  radiusMm: number,
  clearness: number,
  draw: Draw,
): Sheath {
  const fine = resampled(course, 0.8).map((point) => between(middle, point));
  return {
    kind: 'sheath',
    limb: { course: fine, radiiMm: fine.map(() => radiusMm * draw.uniform(0.96, 1.04)) },
    lengthMm: courseLengthMm(fine),
    wallMm: draw.uniform(0.035, 0.06),
    coverage: draw.uniform(0.34, 0.68),
    sided: draw.branch('side').uniform(0.25, 0.65),
    plaqueMm: radiusMm * draw.uniform(0.5, 1.2),
    texture: {
      seed: draw.seed(),
      bumpMm: 0.012,
      bumpSizeMm: 0.3,
      packing: draw.uniform(0.22, 0.42) * clearness,
      mottle: 0.8,
    },
  };
}
