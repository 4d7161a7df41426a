import { openDraw, type PhantomPoint } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import type { Involvement } from './growth.ts';
import type { Lining } from './lining.ts';

/**
 * A duct that a lesion has taken in part: the runs of it that are taken are lined anew and widened, the
 * more the nearer to the lesion's middle; the others stay as they were. Runs share their ends, so that
 * the duct has no gap.
 */
export function taken(
  duct: Body,
  lining: Lining,
  radiusMm: readonly [number, number],
  involved: Involvement,
  seed: number,
): Body[] {
  if (duct.shape.kind !== 'limb') return [duct];
  const { course, radiiMm } = duct.shape;
  const shares = course.map((point) => involved(point));
  if (shares.every((share) => share === 0)) return [duct];
  const draw = openDraw(seed, `taken duct ${duct.id}`);
  let wide = draw.uniform(...radiusMm);
  const widths = shares.map((share, n) => {
    // A duct swells and narrows along its way.
    wide += 0.35 * (draw.uniform(...radiusMm) - wide);
    const own = radiiMm[n] as number;
    return own + share * Math.max(0, wide - own);
  });
  const runs: Body[] = [];
  let points: PhantomPoint[] = [];
  let radii: number[] = [];
  const isTaken = (n: number) => (shares[n] as number) > 0.12;
  course.forEach((point, n) => {
    points.push(point);
    radii.push(widths[n] as number);
    const last = n === course.length - 1;
    if (!last && isTaken(n) === isTaken(Math.max(0, n + 1))) return;
    const mine = isTaken(n) ? lining : duct.lining;
    runs.push({
      ...duct,
      shape: { kind: 'limb', course: points, radiiMm: radii },
      wallMm: mine?.wallMm ?? duct.wallMm,
      ...(mine ? { lining: mine } : {}),
    });
    points = [point];
    radii = [widths[n] as number];
  });
  return runs;
}
