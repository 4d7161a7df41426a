import { siteAt } from '../distribution/cloud.ts';
import { mayHoldLesion, nearestTdlu, type Site } from '../distribution/territory.ts';
import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import type { Plan } from '../plan.ts';
import { type Axes, distance, moved, outOf, uprightAxes, type Vector } from '../vector.ts';
import { anyAxes, type Deposit, type Ground } from './deposit.ts';
import type { GrainMorphology } from './grain-shape.ts';

/** How often a grain forms beside another one of its clump, and how far from it at most. */
interface Clumping {
  readonly part: number;
  readonly withinMm: number;
}

const clumpings: Readonly<Record<GrainMorphology, Clumping>> = {
  round: { part: 0.3, withinMm: 1.6 },
  punctate: { part: 0.4, withinMm: 1.2 },
  amorphous: { part: 0.86, withinMm: 0.6 },
  'coarse-heterogeneous': { part: 0.4, withinMm: 1.5 },
  'fine-pleomorphic': { part: 0.5, withinMm: 1.1 },
};

/** Smudges that lie evenly are denser: each clump has to be told from the tissue by itself. */
const evenSmudges: Clumping = { part: 0.91, withinMm: 0.55 };

/** How far a clump reaches along three axes, over the usual reach, and how many come to it. */
interface Smear {
  readonly reach: Vector;
  readonly axes: Axes;
  readonly share: number;
}

/** No two smudges alike: here a few grains close together, there a smear of many over millimetres. */
function smearOf(draw: Draw): Smear {
  const wide = clamp(draw.logNormal(1, 0.6), 0.4, 2.2);
  return {
    reach: [wide, wide * draw.uniform(0.3, 1), wide * draw.uniform(0.2, 0.9)],
    axes: anyAxes(draw),
    share: Math.sqrt(wide) * draw.logNormal(1, 0.45),
  };
}

/** Clumps of one kind: as wide every way, and as full. */
const alike: Smear = { reach: [1, 1, 1], axes: uprightAxes, share: 1 };

/** Of so many places for a clump the one that is farthest from the others is taken. */
const placesTried = 6;

/** A row or a whole breast is seen to be filled only if no clump outdoes the others. */
export const isEven = ({ distribution }: Plan): boolean =>
  distribution === 'linear' || distribution === 'diffuse';

/** A place for the next grain: lobules and ducts fill in clumps. What these are like hangs on `kinds`. */
export function nextSite(
  ground: Ground,
  deposits: readonly Deposit[],
  draw: Draw,
  kinds: Draw,
): Site {
  const morphology = ground.plan.morphology as GrainMorphology;
  if (!isEven(ground.plan)) return clumpedSite(ground, clumpings[morphology], deposits, draw);
  return morphology === 'amorphous'
    ? evenSite(ground, evenSmudges, deposits, draw, (clump) => smearOf(kinds.branch(clump)))
    : evenSite(ground, clumpings[morphology], deposits, draw, () => alike);
}

/** A place of its own, or one beside any grain that is there already: large clumps grow larger. */
function clumpedSite(
  ground: Ground,
  { part, withinMm }: Clumping,
  deposits: readonly Deposit[],
  draw: Draw,
): Site {
  const beside =
    deposits.length > 0 && draw.chance(part)
      ? siteBeside(ground, draw.pick(deposits), withinMm, alike, draw)
      : null;
  return beside ?? ground.territory.site(draw);
}

/** First the places of all clumps, far from each other; then places in any of them. */
function evenSite(
  ground: Ground,
  { part, withinMm }: Clumping,
  deposits: readonly Deposit[],
  draw: Draw,
  smearAt: (clump: number) => Smear,
): Site {
  const clumps = Math.ceil(ground.plan.count * (1 - part));
  const first = deposits.slice(0, clumps);
  if (first.length === clumps) {
    const { founder, smear } = pickByShare(first, smearAt, draw);
    const from = smear === alike ? founder : draw.pick(clumpOf(founder, deposits));
    const beside = siteBeside(ground, from, withinMm, smear, draw);
    if (beside) return beside;
  }
  const roomAt = ({ at }: Site) => Math.min(...first.map((other) => distance(at, other.at)));
  return Array.from({ length: placesTried }, () => ground.territory.site(draw))
    .map((site) => ({ site, roomMm: roomAt(site) }))
    .reduce((best, other) => (other.roomMm > best.roomMm ? other : best)).site;
}

/** A grain and what lies about it: one that forms beside any of these makes no flower of the clump. */
const clumpOf = (founder: Deposit, deposits: readonly Deposit[]): Deposit[] =>
  deposits.filter(({ at }) => distance(at, founder.at) < clumpMm);
const clumpMm = 0.8;

/** One of the clumps, the more likely the larger its share. */
function pickByShare(
  founders: readonly Deposit[],
  smearAt: (clump: number) => Smear,
  draw: Draw,
): { founder: Deposit; smear: Smear } {
  const clumps = founders.map((founder, clump) => ({ founder, smear: smearAt(clump) }));
  const all = clumps.reduce((total, { smear }) => total + smear.share, 0);
  let left = draw.uniform() * all;
  for (const clump of clumps) {
    left -= clump.smear.share;
    if (left < 0) return clump;
  }
  return clumps[0] as (typeof clumps)[number];
}

/** A place beside a grain; null where that lies outside. */
function siteBeside(
  { territory, anatomy }: Ground,
  beside: Deposit,
  withinMm: number,
  { reach, axes }: Smear,
  draw: Draw,
): Site | null {
  const [x, y, z] = draw.direction();
  const way = outOf(axes, [x * reach[0], y * reach[1], z * reach[2]]);
  const at = moved(beside.at, way, withinMm * nearness(draw));
  return territory.contains(at) && mayHoldLesion(anatomy, at)
    ? siteAt(anatomy, at, nearestTdlu(anatomy, at))
    : null;
}

/** How near a grain lies to its neighbour, 0 to 1: some touch and cover each other. */
function nearness(draw: Draw): number {
  const part = draw.uniform();
  return 0.1 + 0.9 * part * part;
}
