import { type Compression, inView, type Speck } from '../../phantom/index.ts';
import type { Shadow } from '../projection/shadow.ts';
import { type Frame, pixelAt } from '../raster.ts';

/** How far beside the axis the middle of the vessel and its walls are looked for, in radii. */
const middleReach = 0.35;
const wallFrom = 0.7;
const wallTo = 1.1;

/**
 * How much deeper the shadow of a calcified artery is along its two walls than between them, in the
 * view: 1 is a plain band, more are parallel tracks. Null for what is no wall of a vessel.
 */
export function trackDepth(
  speck: Speck,
  shadow: Shadow,
  compression: Compression,
  frame: Frame,
): number | null {
  const { at, solid } = inView(speck, compression);
  if (solid.kind !== 'sheath') return null;
  const pitchMm = frame.pitchUm / 1000;
  const [column, row] = pixelAt(frame, [at[0], at[1]]);
  const course = solid.limb.course.map(
    ([u, v]) => [column + u / pitchMm, row - v / pitchMm] as const,
  );
  const pathAt = (x: number, y: number) => {
    const [i, j] = [Math.round(x) - shadow.left, Math.round(y) - shadow.top];
    const inside = i >= 0 && j >= 0 && i < shadow.widthPx && j < shadow.heightPx;
    return inside ? (shadow.pathMm[j * shadow.widthPx + i] as number) : 0;
  };
  let [walls, middle] = [0, 0];
  for (let n = 1; n < course.length - 1; n++) {
    const [before, here, after] = [course[n - 1], course[n], course[n + 1]];
    if (!before || !here || !after) continue;
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const long = Math.sqrt(dx * dx + dy * dy);
    if (long === 0) continue;
    const radiusPx = (solid.limb.radiiMm[n] ?? 0) / pitchMm;
    const across = (part: number) =>
      pathAt(here[0] - (dy / long) * part * radiusPx, here[1] + (dx / long) * part * radiusPx);
    const deepest = (from: number, to: number) =>
      Math.max(...Array.from({ length: 9 }, (_, k) => across(from + ((to - from) * k) / 8)));
    walls += deepest(wallFrom, wallTo) + deepest(-wallTo, -wallFrom);
    middle += 2 * mean(Array.from({ length: 9 }, (_, k) => across(middleReach * (k / 4 - 1))));
  }
  return middle > 0 ? walls / middle : null;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
