import type { Breast } from './breast.ts';
import type { Draw } from './draw.ts';
import { cosine, pi, sine } from './elementary.ts';
import { type PhantomPoint, phantomPoint } from './frame.ts';
import { between, dot, moved, unit, type Vector } from './vector.ts';

/**
 * A lobe: the territory of one main duct, a wedge with its apex under the nipple. The wedges fill the
 * breast without gaps: a point belongs to the lobe whose axis is nearest in angle, where a lobe with
 * a larger share reaches farther.
 */
export interface Lobe {
  readonly id: number;
  /** From the nipple into the breast. */
  readonly axis: Vector;
  readonly share: number;
}

/** The point under the nipple from which all lobes spread. */
export const lobeApex = (breast: Breast): PhantomPoint => phantomPoint(breast.depthMm - 1, 0, 0);

/** Draws 15 to 20 lobes, their axes spread over a cone like the seeds of a sunflower. */
export function growLobes(draw: Draw): Lobe[] {
  const count = draw.integer(15, 20);
  const goldenAngle = pi * (3 - Math.sqrt(5));
  const start = draw.uniform(0, 2 * pi);
  return Array.from({ length: count }, (_, id) => {
    const spread = 1.08 * Math.sqrt((id + 0.6) / count) * draw.uniform(0.88, 1.12);
    const angle = start + id * goldenAngle + draw.normal(0, 0.18);
    // Glandular tissue leans to the upper outer quadrant.
    const axis = unit([
      -1,
      spread * cosine(angle) * 1.05 + 0.1,
      spread * sine(angle) * 0.95 + 0.08,
    ]);
    return { id, axis, share: draw.uniform(-0.012, 0.012) };
  });
}

/** The id of the lobe to whose wedge a point belongs. */
export function lobeAt(lobes: readonly Lobe[], apex: PhantomPoint, point: PhantomPoint): number {
  const direction = unit(between(apex, point));
  let best = -Infinity;
  let id = 0;
  for (const lobe of lobes) {
    const nearness = dot(direction, lobe.axis) + lobe.share;
    if (nearness > best) {
      best = nearness;
      id = lobe.id;
    }
  }
  return id;
}

/** The point on a lobe's axis at a distance from the apex. */
export const onAxis = (lobe: Lobe, apex: PhantomPoint, distanceMm: number): PhantomPoint =>
  moved(apex, lobe.axis, distanceMm);
