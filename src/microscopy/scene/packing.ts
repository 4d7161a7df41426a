import { partOf, placesIn } from './placing.ts';

/** Side and length of the field in which places are counted, in spacings. */
const acrossSpacings = 24;
const seed = 0x3c6ef;
const shareSteps = 10;
/** A band this wide, in spacings, is as good as the open; narrower ones are known by their quarters. */
const openFrom = 8;
/** What was counted, by the steps of the share: a list for each number of rounds and width of band. */
const known = new Map<number, number[]>();

/**
 * How many places `placesIn` keeps where each is allowed with a chance of `share`: a number for an area
 * of one spacing squared. In a band that is `wideSpacings` wide more are kept for its area than in the
 * open, as those at its sides have fewer neighbours. Counted once, on a field of its own.
 */
export function packedShare(rounds: number, share: number, wideSpacings = Infinity): number {
  const step = Math.min(share, 1) * shareSteps;
  const below = Math.floor(step);
  const quarters = wideSpacings < openFrom ? Math.max(1, Math.round(4 * wideSpacings)) : 0;
  const key = 64 * rounds + quarters;
  let counts = known.get(key);
  if (!counts) {
    counts = [];
    known.set(key, counts);
  }
  const wide = quarters > 0 ? quarters / 4 : Infinity;
  counts[below] ??= counted(rounds, below / shareSteps, wide);
  const low = counts[below];
  if (step === below) return low;
  counts[below + 1] ??= counted(rounds, (below + 1) / shareSteps, wide);
  const high = counts[below + 1] as number;
  return low + (step - below) * (high - low);
}

function counted(rounds: number, share: number, wide: number): number {
  const [least, most] = [4, acrossSpacings - 4];
  const [top, bottom] = wide < Infinity ? [least, least + wide] : [0, acrossSpacings];
  // A band is counted along several of its kind: a single one holds few.
  const seeds = wide < Infinity ? [0, 1, 2, 3, 4, 5] : [0];
  let kept = 0;
  for (const n of seeds) {
    const field = { left: 0, top: 0, right: acrossSpacings, bottom: acrossSpacings };
    kept += placesIn(
      field,
      seed + 977 * n,
      1,
      rounds,
      (_, y, bits) => y >= top && y <= bottom && partOf(bits, 9) <= share,
    ).filter(
      ({ x, y }) => x > least && x < most && (wide < Infinity || (y > least && y < most)),
    ).length;
  }
  const area = (most - least) * (wide < Infinity ? wide : most - least) * seeds.length;
  return kept / area;
}
