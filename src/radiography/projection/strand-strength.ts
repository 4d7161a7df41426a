import {
  openPatient,
  type Phantom,
  type PhantomPoint,
  smoothStep,
  type Structure,
} from '../../phantom/index.ts';

/** How differently strands of one kind show, as part of what their width would tell: median, spread, bound. */
interface Variety {
  readonly usual: number;
  readonly spread: number;
  readonly most: number;
}

/** Behind the nipple some lobes have ducts with thick walls, which are seen, and most have others. */
const ducts: Variety = { usual: 0.8, spread: 0.45, most: 1.3 };
/** From the nipple on, in millimetres, between which that difference is lost. */
const evenMm = [16, 42] as const;
/** Between these ducts go over into the dense tissue of the nipple, in which they are not seen to end. */
const enteringMm = [1, 9] as const;
/** A ligament is the edge of a sheet, seen along it here and askew there: so many times deeper than wide. */
const sheets: Variety = { usual: 1.5, spread: 0.5, most: 2.4 };

/** Opens how much of a strand there is along a ray at a point of it, as part of what its width would tell. */
export function openStrengths({
  plan,
  anatomy,
}: Phantom): (structure: Structure, at: PhantomPoint) => number {
  const { breast, tree, ligaments } = anatomy;
  const patient = openPatient(plan.seed);
  const drawn = ({ usual, spread, most }: Variety, of: string, count: number) => {
    const chance = patient.branch(of);
    return Array.from({ length: count }, () => Math.min(chance.logNormal(usual, spread), most));
  };
  const ofLobes = drawn(ducts, 'duct walls', tree.lobes.length);
  const ofLigaments = drawn(sheets, 'ligament sheets', ligaments.length);
  return ({ kind, id }, [x, y, z]) => {
    if (kind === 'ligament') return ofLigaments[id] as number;
    if (kind !== 'duct') return 1;
    const behind = breast.depthMm - x;
    const wayMm = Math.sqrt(behind * behind + y * y + z * z);
    const even = smoothStep(...evenMm, wayMm);
    const own = ofLobes[tree.ducts[id]?.lobe as number] as number;
    return (own + (1 - own) * even) * smoothStep(...enteringMm, wayMm);
  };
}
