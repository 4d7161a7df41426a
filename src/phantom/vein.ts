import { type Breast, sliceAt } from './breast.ts';
import type { Draw } from './draw.ts';
import { cosine, pi, power, sine } from './elementary.ts';
import { type PhantomPoint, phantomPoint } from './frame.ts';
import type { Vessel } from './vessel.ts';

/**
 * A way forward in the breast: at which angle of its slice and how deep under the skin it lies, by the
 * part of the way from where veins enter to where they are lost, 0 to 1.
 */
interface Way {
  readonly angle: (t: number) => number;
  readonly levelMm: (t: number) => number;
}

/**
 * Trunks enter beside the breast bone, in front of the collar bone and on the armpit's side, in each patient at other
 * angles (0 lateral, 90 up); few come from below.
 */
const entriesDeg = [-35, 240] as const;
const trunks = [4, 7] as const;
/** Where they enter behind the chest wall, and where in front they are lost, as part of the breast's depth. */
const enteringMm = [-46, -24] as const;
const lostAt = [0.5, 0.85] as const;
/** They come in under the skin and dive below the gland. */
const enteringLevelMm = [5, 10] as const;
const lostLevelMm = [10, 30] as const;
/** A few are wide and many hardly seen: median, spread and bounds. */
const radiusMm = { usual: 0.62, spread: 0.5, least: 0.3, most: 1.6 } as const;
/** How far a trunk turns aside on its way, and sways about that, in degrees. */
const turnDeg = 24;
const swayDeg = [5, 13] as const;
/** How far a branch is from its stem in the end, in degrees. */
const leavingDeg = [20, 52] as const;
/** A branch leaves its stem the sooner, the more: alongside it, the two would be a pair of rails. */
const sooner = 0.7;
/** Beside its wide bows a trunk winds, and a branch by itself: parts of the sway, and how often on the way. */
const winding = { part: [0.18, 0.4], times: [2, 3.2] } as const;
const windingDeg = [1, 3] as const;
/** How much thinner a stretch is at its end. */
const tapering = 0.92;
const stepMm = 2.2;

/** Grows the veins that go by themselves, in gentle bows of the fat, with branches at sharp angles; ids go on from `firstId`. */
export function growVeins(breast: Breast, firstId: number, draw: Draw): Vessel[] {
  const veins: Vessel[] = [];
  const grow = (
    way: Way,
    [fromMm, toMm]: readonly [number, number],
    begins: number,
    ends: number,
    startMm: number,
    stem: number | null,
    generation: number,
    chance: Draw,
  ) => {
    const pointAt = (t: number) => placeOn(breast, fromMm + (toMm - fromMm) * t, way, t);
    const forks = chance.integer(generation === 0 ? 1 : 0, 2 - generation);
    let parent = stem;
    let wide = startMm;
    let here = begins;
    for (let n = 1; n <= forks + 1; n++) {
      const there =
        n > forks
          ? ends
          : begins + ((ends - begins) * (n + chance.uniform(-0.35, 0.35))) / (forks + 1);
      const steps = Math.max(3, Math.round(((toMm - fromMm) * (there - here)) / stepMm));
      const course = Array.from({ length: steps + 1 }, (_, step) =>
        pointAt(here + ((there - here) * step) / steps),
      );
      const id = firstId + veins.length;
      const toRadiusMm = wide * tapering;
      veins.push({ id, kind: 'vein', parent, course, fromRadiusMm: wide, toRadiusMm });
      // One goes on, the other leaves it: Murray's law shares the cube of the radius.
      const thick = chance.uniform(0.82, 0.95);
      const thinMm = toRadiusMm * power(1 - thick * thick * thick, 1 / 3);
      parent = id;
      wide = toRadiusMm * thick;
      here = there;
      if (n > forks) continue;
      const end = there + (1 - there) * chance.uniform(0.6, 1);
      const aside = branchOf(way, there, chance);
      grow(aside, [fromMm, toMm], there, end, thinMm, id, generation + 1, chance.branch(n));
    }
  };
  const count = draw.integer(...trunks);
  const [first, last] = entriesDeg;
  const turned = draw.uniform();
  for (let n = 0; n < count; n++) {
    const chance = draw.branch(n);
    const slot = ((n + turned + chance.uniform(-0.3, 0.3)) / count + 1) % 1;
    const wide = chance.logNormal(radiusMm.usual, radiusMm.spread);
    const extent = [
      chance.uniform(...enteringMm),
      breast.depthMm * chance.uniform(...lostAt),
    ] as const;
    const within = Math.min(Math.max(wide, radiusMm.least), radiusMm.most);
    grow(trunkWay(first + (last - first) * slot, chance), extent, 0, 1, within, null, 0, chance);
  }
  return veins;
}

function trunkWay(entryDeg: number, draw: Draw): Way {
  const turn = draw.normal(0, turnDeg);
  const sway = draw.uniform(...swayDeg);
  const [waves, begin] = [draw.uniform(0.5, 0.9), draw.uniform()];
  const [ripples, then] = [draw.uniform(...winding.times), draw.uniform()];
  const wound = draw.branch('winding').uniform(...winding.part);
  const [from, to] = [draw.uniform(...enteringLevelMm), draw.uniform(...lostLevelMm)];
  const bow = (t: number, times: number, start: number) => sine(2 * pi * (times * t + start));
  return {
    angle: (t) =>
      ((entryDeg + turn * t + sway * (bow(t, waves, begin) + wound * bow(t, ripples, then))) * pi) /
      180,
    levelMm: (t) => from + (to - from) * t + 0.12 * sway * bow(t, ripples, begin),
  };
}

/** A branch goes on with its stem and bows away from it. */
function branchOf(stem: Way, forkAt: number, draw: Draw): Way {
  const side = draw.chance(0.5) ? 1 : -1;
  const farDeg = side * draw.uniform(...leavingDeg);
  const deeper = draw.uniform(-1, 8);
  const own = draw.branch('winding');
  const sway = own.uniform(...windingDeg);
  const [ripples, begin] = [own.uniform(...winding.times), own.uniform()];
  const left = (t: number) => {
    const gone = (t - forkAt) / (1 - forkAt);
    const aside = gone * (1 + sooner * (1 - gone));
    // From the stem on, so that the two do not part with a corner.
    const wound = gone * sway * (sine(2 * pi * (ripples * t + begin)) / farDeg);
    return { aside, turned: aside + wound };
  };
  return {
    angle: (t) => stem.angle(t) + (farDeg * pi * left(t).turned) / 180,
    levelMm: (t) => stem.levelMm(t) + deeper * left(t).aside,
  };
}

/** Nearer to the axis than this part of the slice no vein goes. */
const innermost = 0.12;

function placeOn(breast: Breast, xMm: number, { angle, levelMm }: Way, t: number): PhantomPoint {
  const { halfWidthMm, halfHeightMm } = sliceAt(breast, xMm);
  // The skin slants towards the nipple: a slice meets its fat askew.
  const slant = halfWidthMm - sliceAt(breast, xMm + 1).halfWidthMm;
  const inwardMm = levelMm(t) * Math.sqrt(1 + slant * slant);
  const place = Math.max(1 - inwardMm / halfHeightMm, innermost);
  const turned = angle(t);
  return phantomPoint(
    xMm,
    place * halfWidthMm * cosine(turned),
    place * halfHeightMm * sine(turned),
  );
}
