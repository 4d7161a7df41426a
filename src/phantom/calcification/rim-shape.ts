import type { Draw } from '../draw.ts';
import { clamp } from '../elementary.ts';
import type { Shell } from '../solid/shell.ts';
import { scaled } from '../vector.ts';

/** The shortest half axis of a shell over half its span: what it holds is no wider, and lies within it however it is turned. */
export const leastHalfAxis = 0.5;

/**
 * The shell of an oil cyst or a cyst: an egg or a bag that is dented and lobulated, its wall a crust on one side and
 * thin or open on the other. No two are alike. `clearness` is the packing's share that the difficulty leaves.
 */
export function rimShape(spanMm: number, clearness: number, draw: Draw): Shell {
  const form = draw.branch('form');
  const half = spanMm / 2;
  // One in three has fallen in.
  const flat = form.chance(0.35) ? form.uniform(0.55, 0.72) : form.uniform(0.74, 0.97);
  const thick = clamp(form.logNormal(1, 0.5), 0.5, 2.6);
  const isOpen = form.chance(0.4);
  const lean = isOpen ? form.uniform(0.9, 1.5) : form.uniform(0.3, 0.9);
  return {
    kind: 'shell',
    semiAxesMm: [half, half * form.uniform(flat, 1), half * flat],
    wallMm: Math.min(draw.uniform(0.05, 0.1) * thick, spanMm / 14, 0.4),
    patchiness: form.uniform(0.5, 1.1),
    patchMm: spanMm * form.uniform(0.3, 0.65),
    heavier: scaled(draw.branch('side').direction(), lean),
    texture: {
      seed: draw.seed(),
      bumpMm: spanMm * form.uniform(0.03, 0.085),
      bumpSizeMm: spanMm * form.uniform(0.25, 0.6),
      packing: (form.uniform(0.07, 0.2) * clearness) / Math.max(1, Math.sqrt(thick)),
      mottle: form.uniform(0.4, 0.9),
    },
  };
}
