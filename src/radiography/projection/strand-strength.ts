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

/** Behind the nipple a few lobes have ducts with thick walls, which are seen; those of most are not. */
const ducts: Variety = { usual: 0.36, spread: 0.8, most: 1 };
/** Between these distances from the nipple, in millimetres, that difference is lost, and a duct in fat with it. */
const lostMm = [12, 34] as const;
/** What shows of every duct farther out: in fat hardly a trace, since no fans of lines are seen there; in gland its sleeve of collagen. */
const inFat = 0.14;
const inGland = 1.15;
/** What shows of a lobule in fat: all of them would be a field of cotton wool. */
const lobuleInFat = 0.15;
/** Between these ducts go over into the dense tissue of the nipple, in which they are not seen to end. */
const enteringMm = [1, 9] as const;
/** A ligament is the edge of a sheet: so many times deeper than wide. Most are faint. */
const sheets: Variety = { usual: 2.6, spread: 0.8, most: 4.8 };
/** It is seen along the sheet here and askew there, over so many millimetres. */
const turningMm = 7;
/** Of that so much is left askew: a line that broke off would lie in the fat like a hair. */
const askewPart = 0.4;

/** The part of it that is left where no gland is at its foot, which would lie in the fat like a splinter. */
const rootless = 0.08;
/** From this level of gland on it has all; from the other on tissue is gland. */
const fullLevel = 0.15;
const glandLevel = 0.5;

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
  const levelAt = openLevel(parenchyma);
  const rootedness = (foot: PhantomPoint) =>
    rootless + (1 - rootless) * smoothStep(0, fullLevel, levelAt(foot));
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
        (askewPart + (1 - askewPart) * smoothStep(-0.5, 0.5, noiseAt(turning, at, turningMm)))
      );
    const gland = smoothStep(fullLevel, glandLevel, levelAt(at));
    if (kind !== 'duct') return lobuleInFat + (1 - lobuleInFat) * gland;
    const behind = breast.depthMm - x;
    const wayMm = Math.sqrt(behind * behind + y * y + z * z);
    const lost = smoothStep(...lostMm, wayMm);
    const own = ofLobes[tree.ducts[id]?.lobe as number] as number;
    const farOut = inFat + (inGland - inFat) * gland;
    return (own + (farOut - own) * lost) * smoothStep(...enteringMm, wayMm);
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

/** Opens the level of gland at a point. */
function openLevel(parenchyma: Parenchyma): (point: PhantomPoint) => number {
  const space = new Float64Array(spaceFields.length);
  const walls = noWalls();
  return (point) => {
    parenchyma.spaceAt(point, space);
    return parenchyma.lobuleAt(space, walls);
  };
}
