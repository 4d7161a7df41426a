import { siteAt } from '../distribution/cloud.ts';
import { mayHoldLesion, nearestTdlu, type Site } from '../distribution/territory.ts';
import type { Draw } from '../draw.ts';
import type { Plan } from '../plan.ts';
import { distance, moved } from '../vector.ts';
import type { Deposit, Ground } from './deposit.ts';
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
const evenSmudges: Clumping = { part: 0.91, withinMm: 0.36 };

/** Of so many places for a clump the one that is farthest from the others is taken. */
const placesTried = 6;

/** A row or a whole breast is seen to be filled only if no clump outdoes the others. */
export const isEven = ({ distribution }: Plan): boolean =>
  distribution === 'linear' || distribution === 'diffuse';

/** A place for the next grain: lobules and ducts fill in clumps. */
export function nextSite(ground: Ground, deposits: readonly Deposit[], draw: Draw): Site {
  const morphology = ground.plan.morphology as GrainMorphology;
  if (!isEven(ground.plan)) return clumpedSite(ground, clumpings[morphology], deposits, draw);
  const clumping = morphology === 'amorphous' ? evenSmudges : clumpings[morphology];
  return evenSite(ground, clumping, deposits, draw);
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
      ? siteBeside(ground, draw.pick(deposits), withinMm, draw)
      : null;
  return beside ?? ground.territory.site(draw);
}

/** First the places of all clumps, far from each other; then places in any of them alike. */
function evenSite(
  ground: Ground,
  { part, withinMm }: Clumping,
  deposits: readonly Deposit[],
  draw: Draw,
): Site {
  const clumps = Math.ceil(ground.plan.count * (1 - part));
  const first = deposits.slice(0, clumps);
  const beside =
    first.length === clumps ? siteBeside(ground, draw.pick(first), withinMm, draw) : null;
  if (beside) return beside;
  const roomAt = ({ at }: Site) => Math.min(...first.map((other) => distance(at, other.at)));
  return Array.from({ length: placesTried }, () => ground.territory.site(draw))
    .map((site) => ({ site, roomMm: roomAt(site) }))
    .reduce((best, other) => (other.roomMm > best.roomMm ? other : best)).site;
}

/** A place beside a grain; null where that lies outside. */
function siteBeside(
  { territory, anatomy }: Ground,
  beside: Deposit,
  withinMm: number,
  draw: Draw,
): Site | null {
  const at = moved(beside.at, draw.direction(), withinMm * nearness(draw));
  return territory.contains(at) && mayHoldLesion(anatomy, at)
    ? siteAt(anatomy, at, nearestTdlu(anatomy, at))
    : null;
}

/** How near a grain lies to its neighbour, 0 to 1: some touch and cover each other. */
function nearness(draw: Draw): number {
  const part = draw.uniform();
  return 0.1 + 0.9 * part * part;
}
