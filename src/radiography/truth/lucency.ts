import type { Shadow } from '../projection/shadow.ts';

/** How much of the half width the centre takes, and from where on the rim begins. */
const centreReach = 0.4;
const rimFrom = 0.75;

/**
 * The depth of a shadow in its middle over that along its rim: below 1 for a shell, which is seen
 * edge-on at its rim and has a lucent centre, above 1 for a solid body. Null for what is too small.
 */
export function centreOverRim({ widthPx, heightPx, pathMm }: Shadow): number | null {
  if (Math.min(widthPx, heightPx) < 8) return null;
  let [centre, centreCount] = [0, 0];
  const rim: number[] = [];
  for (let at = 0; at < pathMm.length; at++) {
    const x = ((at % widthPx) + 0.5) / (widthPx / 2) - 1;
    const y = (Math.floor(at / widthPx) + 0.5) / (heightPx / 2) - 1;
    const out = Math.sqrt(x * x + y * y);
    if (out <= centreReach) {
      centre += pathMm[at] as number;
      centreCount++;
    } else if (out >= rimFrom && out <= 1) rim.push(pathMm[at] as number);
  }
  const deepest = rim.sort((a, b) => b - a).slice(0, Math.ceil(rim.length / 4));
  const depth = deepest.reduce((sum, mm) => sum + mm, 0) / Math.max(deepest.length, 1);
  return depth > 0 ? centre / centreCount / depth : null;
}
