import { type Breast, depthUnderSkinMm, sliceAt } from './breast.ts';
import { resampled, wander } from './curve.ts';
import type { Draw } from './draw.ts';
import { clamp, cosine, pi, power, sine, smoothStep } from './elementary.ts';
import { type PhantomPoint, phantomPoint } from './frame.ts';
import { noiseAt, openNoise } from './noise.ts';
import { between, distance, moved, scaled, sum, unit, type Vector } from './vector.ts';
import { growVeins } from './vein.ts';

/** A stretch of artery or vein between two branchings. */
export interface Vessel {
  readonly id: number;
  readonly kind: 'artery' | 'vein';
  /** Null where it enters the breast. */
  readonly parent: number | null;
  /** In the direction of the blood in an artery, against it in a vein: from trunk to twig. */
  readonly course: readonly PhantomPoint[];
  readonly fromRadiusMm: number;
  readonly toRadiusMm: number;
}

/** Where arteries enter, as angles in the slice (0 lateral, 90 up): beside the breast bone and the armpit. */
const entriesDeg = [24, 52, 150, 196, 218] as const;

/** How strongly an artery is led back to its level, at most inwards and outwards, and how far off it that is reached, about. */
const led = { overMm: 40, inwards: 0.14, outwards: 0.12 } as const;

/**
 * Grows the vessels. Arteries enter at the chest wall, medially and laterally, run towards the nipple
 * through the fat between gland and skin, and branch into thinner twigs; they wind the more the older the
 * woman is. All are curves of the breast, so that each view shows the same ones.
 */
export function growVessels(breast: Breast, ageYears: number, draw: Draw): Vessel[] {
  const arteries: Vessel[] = [];
  const nipple = phantomPoint(breast.depthMm - 6, 0, 0);
  for (const entry of entriesDeg) {
    const chance = draw.branch(`artery ${entry}`);
    const angle = ((entry + chance.normal(0, 9)) * pi) / 180;
    const xMm = chance.uniform(-26, -8);
    const { halfWidthMm, halfHeightMm } = sliceAt(breast, xMm);
    const reach = chance.uniform(0.6, 0.86);
    const from = phantomPoint(
      xMm,
      halfWidthMm * reach * cosine(angle),
      halfHeightMm * reach * sine(angle),
    );
    const level = chance.uniform(5, 13);
    const grow = (
      start: PhantomPoint,
      direction: Vector,
      away: Vector,
      parent: number | null,
      radiusMm: number,
      generation: number,
    ) => {
      const way = wander(
        {
          from: start,
          direction,
          stepMm: 2.2,
          steps: chance.integer(8, 16) - generation,
          restlessness: 0.1,
          wobble: 0.035,
          steer: (p) => {
            const homing = scaled(unit(between(p, nipple)), 0.12);
            // Kept at its level under the skin: outwards is away from the axis.
            const outward = unit([0, p[1], p[2]]);
            const tooDeep = depthUnderSkinMm(breast, p) - level - 3 * generation;
            const pull = sum(
              homing,
              scaled(outward, clamp(tooDeep / led.overMm, -led.inwards, led.outwards)),
            );
            const near = Math.max(1 - distance(start, p) / leavingMm, 0);
            return sum(pull, scaled(away, leaving * near));
          },
          allowed: (p) => depthUnderSkinMm(breast, p) > 2.2 && p[0] < breast.depthMm - 4,
        },
        chance,
      );
      if (way.length < 3) return;
      const course = winding(way, radiusMm * windingAt(ageYears), chance.seed());
      const id = arteries.length;
      const toRadiusMm = radiusMm * 0.82;
      arteries.push({ id, kind: 'artery', parent, course, fromRadiusMm: radiusMm, toRadiusMm });
      if (toRadiusMm < 0.14 || generation >= 5) return;
      const end = course[course.length - 1] as PhantomPoint;
      const onward = unit(between(course[course.length - 3] as PhantomPoint, end));
      const aside = unit([chance.normal(), chance.normal(), chance.normal()]);
      // One goes on, the other leaves it: Murray's law shares the cube of the radius.
      const thick = chance.uniform(0.8, 0.95);
      const thin = power(1 - thick * thick * thick, 1 / 3);
      grow(end, onward, scaled(aside, 0.2), id, toRadiusMm * thick, generation + 1);
      grow(end, onward, scaled(aside, -0.8), id, toRadiusMm * thin, generation + 1);
      // Twigs too thin to be missed in the stem leave it on the way.
      for (let twig = chance.integer(0, 2); twig > 0; twig--) {
        const at = chance.integer(2, course.length - 3);
        const along = unit(between(course[at - 1] as PhantomPoint, course[at] as PhantomPoint));
        const away = unit([chance.normal(), chance.normal(), chance.normal()]);
        const twigMm = radiusMm * chance.uniform(0.25, 0.45);
        grow(course[at] as PhantomPoint, along, away, id, twigMm, generation + 2);
      }
    };
    const inward = unit([1, (-0.1 * from[1]) / halfWidthMm, (-0.1 * from[2]) / halfHeightMm]);
    grow(from, inward, [0, 0, 0], null, chance.uniform(0.55, 0.95), 0);
  }
  const companions = companionsOf(breast, arteries, draw.branch('companions'));
  const beside = [...arteries, ...companions];
  return [...beside, ...growVeins(breast, beside.length, draw.branch('veins'))];
}

/**
 * A branch goes on with its stem and bends away from it on its first way, by so much with each step at
 * first: one that set out at an angle would have a corner there, since rays see the angle at its widest.
 */
const leavingMm = 10;
const leaving = 0.3;

/** How far the middle of a vein swings to either side of its artery, over what lengths, and how far above it that passes. */
const swingMm = 16;
const swingingMm = 28;
const aboveMm = 0.5;

/** How much wider than its artery such a vein is. */
const wider = 1.5;

/**
 * The veins that go with arteries: wider, now nearer and now farther and here and there across them, with some trunks
 * and as far as these are not too thin.
 */
function companionsOf(breast: Breast, arteries: readonly Vessel[], draw: Draw): Vessel[] {
  const veins: Vessel[] = [];
  /** The vein beside each artery that has one, and on which side of it. */
  const beside = new Map<number, { readonly vein: Vessel; readonly side: Vector }>();
  const apartness = openNoise(draw.seed());
  for (const artery of arteries) {
    if (artery.fromRadiusMm < 0.22) continue;
    const chance = draw.branch(artery.id);
    const stem = artery.parent === null ? undefined : beside.get(artery.parent);
    // Once it has begun it goes on with its artery: it cannot end where it is widest.
    if (artery.parent === null ? !chance.chance(0.1) : !stem) continue;
    const side = stem?.side ?? unit([chance.normal(0, 0.3), chance.normal(), chance.normal()]);
    const above = unit([0, -side[2], side[1]]);
    const course = artery.course.map((point) => {
      const aside = moved(point, side, swingMm * noiseAt(apartness, point, swingingMm));
      return moved(aside, above, artery.fromRadiusMm * (1 + wider) + aboveMm);
    });
    if (course.some((point) => depthUnderSkinMm(breast, point) < 2.2)) continue;
    const vein: Vessel = {
      id: arteries.length + veins.length,
      kind: 'vein',
      parent: stem?.vein.id ?? null,
      course,
      fromRadiusMm: artery.fromRadiusMm * wider,
      toRadiusMm: artery.toRadiusMm * wider,
    };
    veins.push(vein);
    beside.set(artery.id, { vein, side });
  }
  return veins;
}

/** How far arteries stray from their way, in terms of their radius. */
const windingAt = (ageYears: number): number => 0.4 + 1.3 * smoothStep(45, 80, ageYears);

/** How far every artery strays from its way in long bows, whatever its size and the woman's age. */
const bowMm = 1;

/** A course that winds about a way, as far as `strayMm`, and in long bows; its ends stay where they are. */
function winding(way: readonly PhantomPoint[], strayMm: number, seed: number): PhantomPoint[] {
  const noise = openNoise(seed);
  const course = resampled(way, 1.1);
  const last = course.length - 1;
  return course.map((point, n) => {
    const end = Math.min(n, last - n);
    const free = strayMm * smoothStep(0, 4, end);
    const bowed = bowMm * smoothStep(0, 9, end);
    const aside = [0, 1, 2].map(
      (axis) =>
        2 * free * noise(n / 5 + 0.5, 11.5 * axis, 0.5) +
        2 * bowed * noise(n / 13 + 0.5, 11.5 * axis, 7.5),
    );
    return phantomPoint(
      point[0] + (aside[0] as number),
      point[1] + (aside[1] as number),
      point[2] + (aside[2] as number),
    );
  });
}
