import {
  type Compression,
  layered,
  openNoise,
  type Phantom,
  type Vector,
} from '../../phantom/index.ts';

/**
 * The path through the tissue that has swollen about small grains, in millimetres, for the nodes of a
 * row; zero where there is none. It is added to `to`.
 */
export type Swelling = (vMm: number, usMm: Float64Array, to: Float32Array) => void;

/** About one grain so much tissue is added in its middle, less and less up to so far from it. */
const heightMm = 0.3;
const reachMm = 0.85;
/** However many grains lie together, a lobule or duct grows no thicker than this. */
const mostMm = 2.2;
/** What is wider than this is seen as what it is: a cyst, a duct. */
const widestMm = 0.3;

/**
 * About a group in fat at least so much of the stroma of its lobules is seen, as far as that from the grains: less about
 * powder, which lies in its own haze and would be lost.
 */
const tuftMm = { grains: 1.6, powder: 1 } as const;
const tuftReachMm = 4.6;
/** Among so many grains a tuft has half of that; and it is uneven over so many millimetres. */
const halfGrains = 2;
const unevenMm = 2.3;

/**
 * Opens the swelling of lobules and ducts whose spaces hold many grains: widened acini, secretion and
 * cells lie as close as in gland. One grain shows nothing of it; where many lie together, they lie in haze.
 */
export function openSwelling({ lesion, plan }: Phantom, compression: Compression): Swelling {
  const spaces = lesion.parts.flatMap((part) =>
    part.kind === 'acinus' || part.kind === 'lumen' || part.kind === 'cyst'
      ? [{ at: compression.compress(part.at), radiusMm: part.radiusMm }]
      : [],
  );
  const places = spaces.flatMap(({ at, radiusMm }) => (radiusMm < widestMm ? [at] : []));
  const addTuft = plan.distribution === 'grouped' ? openTuft(spaces, plan) : undefined;
  return (vMm, usMm, to) => {
    addTuft?.(vMm, usMm, to);
    const near = places.filter(([, v]) => Math.abs(v - vMm) < reachMm);
    if (near.length === 0) return;
    for (let i = 0; i < usMm.length; i++) {
      let sum = 0;
      for (const [u, v] of near) {
        const [du, dv] = [u - (usMm[i] as number), v - vMm];
        const left = 1 - (du * du + dv * dv) / (reachMm * reachMm);
        if (left > 0) sum += heightMm * left * left;
      }
      to[i] = (to[i] as number) + sum / (1 + sum / mostMm);
    }
  };
}

/** Where a group lies in fat, its duct has brought some gland with it: a tuft without an edge, too thin for a mass. */
function openTuft(
  spaces: readonly { readonly at: Vector }[],
  { seed, morphology }: Phantom['plan'],
): Swelling {
  const uneven = layered(openNoise(seed), 3, 0.6);
  const thickMm = morphology === 'amorphous' ? tuftMm.powder : tuftMm.grains;
  return (vMm, usMm, to) => {
    const near = spaces.filter(({ at }) => Math.abs(at[1] - vMm) < tuftReachMm);
    if (near.length === 0) return;
    for (let i = 0; i < usMm.length; i++) {
      const uMm = usMm[i] as number;
      let sum = 0;
      for (const { at } of near) {
        const [du, dv] = [at[0] - uMm, at[1] - vMm];
        const left = 1 - (du * du + dv * dv) / (tuftReachMm * tuftReachMm);
        if (left > 0) sum += left * left;
      }
      if (sum === 0) continue;
      const here = 0.8 + 0.9 * uneven(uMm / unevenMm, vMm / unevenMm, 0.5);
      const wantedMm = (thickMm * here * sum) / (sum + halfGrains);
      to[i] = Math.max(to[i] as number, wantedMm);
    }
  };
}
