import {
  type Compression,
  type Ligament,
  noiseAt,
  noWalls,
  openNoise,
  openPatient,
  type Parenchyma,
  type Phantom,
  type PhantomPoint,
  type Structure,
  smoothStep,
  spaceFields,
} from '../../phantom/index.ts';

/** How differently strands of one kind show, as part of what their width would tell: median, spread, bound. */
interface Variety {
  readonly usual: number;
  readonly spread: number;
  readonly most: number;
}

/** Behind the nipple some lobes have ducts with thick walls, which are seen, and most have others. */
const ducts: Variety = { usual: 0.7, spread: 0.5, most: 1.2 };
/** From the nipple on, in millimetres, between which that difference is lost. */
const evenMm = [16, 42] as const;
/** Between these ducts go over into the dense tissue of the nipple, in which they are not seen to end. */
const enteringMm = [1, 9] as const;
/** A ligament is the edge of a sheet: so many times deeper than wide. Most are faint. */
const sheets: Variety = { usual: 2.6, spread: 0.8, most: 4.8 };
/** It is seen along the sheet here and askew there, over so many millimetres. */
const turningMm = 7;

/** The part of it that is left where no gland is at its foot, which would lie in the fat like a splinter. */
const rootless = 0.3;
/** From this level of gland on it has all. */
const fullLevel = 0.15;

/** Opens how much of a strand there is along a ray at a point of it, as part of what its width would tell. */
export function openStrengths(
  { plan, anatomy }: Phantom,
  compression: Compression,
  parenchyma: Parenchyma,
): (structure: Structure, at: PhantomPoint) => number {
  const { breast, tree, ligaments } = anatomy;
  const patient = openPatient(plan.seed);
  const drawn = ({ usual, spread, most }: Variety, of: string, count: number) => {
    const chance = patient.branch(of);
    return Array.from({ length: count }, () => Math.min(chance.logNormal(usual, spread), most));
  };
  const ofLobes = drawn(ducts, 'duct walls', tree.lobes.length);
  const rootedness = openRootedness(parenchyma);
  const ofLigaments = drawn(sheets, 'ligament sheets', ligaments.length).map((own, id) => {
    const { course } = ligaments[id] as Ligament;
    return own * edgewise(course, compression) * rootedness(course[0] as PhantomPoint);
  });
  const turning = openNoise(patient.branch('ligament turns').seed());
  return ({ kind, id }, at) => {
    const [x, y, z] = at;
    if (kind === 'ligament')
      return (
        (ofLigaments[ligaments[id]?.joins ?? id] as number) *
        smoothStep(-0.5, 0.5, noiseAt(turning, at, turningMm))
      );
    if (kind !== 'duct') return 1;
    const behind = breast.depthMm - x;
    const wayMm = Math.sqrt(behind * behind + y * y + z * z);
    const even = smoothStep(...evenMm, wayMm);
    const own = ofLobes[tree.ducts[id]?.lobe as number] as number;
    return (own + (1 - own) * even) * smoothStep(...enteringMm, wayMm);
  };
}

/** How much of a sheet is seen along it: nothing where it runs to the plates, since rays meet its face there. */
function edgewise(course: readonly PhantomPoint[], compression: Compression): number {
  const from = compression.compress(course[0] as PhantomPoint);
  const to = compression.compress(course[course.length - 1] as PhantomPoint);
  const [u, v, w] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const part = (u * u + v * v) / (u * u + v * v + w * w);
  return part * part;
}

/** Opens how much of a ligament the gland at its foot gives rise to. */
function openRootedness(parenchyma: Parenchyma): (foot: PhantomPoint) => number {
  const space = new Float64Array(spaceFields.length);
  const walls = noWalls();
  return (foot) => {
    parenchyma.spaceAt(foot, space);
    const level = parenchyma.lobuleAt(space, walls);
    return rootless + (1 - rootless) * smoothStep(0, fullLevel, level);
  };
}
