import type { Compression, Phantom } from '../../phantom/index.ts';

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
 * Opens the swelling of lobules and ducts whose spaces hold many grains: widened acini, secretion and
 * cells lie as close as in gland. One grain shows nothing of it; where many lie together, they lie in haze.
 */
export function openSwelling({ lesion }: Phantom, compression: Compression): Swelling {
  const places = lesion.parts.flatMap((part) => {
    if (part.kind !== 'acinus' && part.kind !== 'lumen' && part.kind !== 'cyst') return [];
    return part.radiusMm < widestMm ? [compression.compress(part.at)] : [];
  });
  return (vMm, usMm, to) => {
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
