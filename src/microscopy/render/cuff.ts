import { cosine, pi, sine, smoothStep } from '../../phantom/index.ts';
import type { Loads } from '../light/loads.ts';
import type { Phosphate } from '../mineral/phosphate.ts';
import { gridAt } from '../scene/grid.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import type { Tissue } from '../scene/tissue.ts';

/** Lays what fills a lumen about its mineral, at a place so far within the mineral's outline. */
export type Cuff = (
  tissue: Tissue,
  x: number,
  y: number,
  insideUm: number,
  loads: Loads,
  at: number,
) => void;

/**
 * Secretion about a speck. It sticks to one side of it and thins out; from the other side it has drawn
 * back, and leaves a cleft there.
 */
export function openCuff({ cut: { reach }, fate: { build, bits, cutBits } }: Phosphate): Cuff {
  const angle = 2 * pi * partOf(cutBits, 15);
  const [cos, sin] = [cosine(angle), sine(angle)];
  const [midX, midY] = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2];
  const radius = Math.max(reach.right - midX, reach.bottom - midY) + 6;
  const thickUm = 4 + 24 * partOf(bits, 16);
  const cleftUm = build === 'granular' ? 2 : 3 + 5 * partOf(cutBits, 17);
  const dense = 0.12 + 0.14 * partOf(bits, 18);
  return (tissue, x, y, insideUm, loads, at) => {
    if (insideUm < -38) return;
    // Where the tissue is torn away its lumen is gone too.
    if (gridAt(tissue.edge, x, y) < 0) return;
    const open = smoothStep(-1, 1.5, gridAt(tissue.lumen, x, y));
    if (open <= 0) return;
    const crooked = textureAt(smoothTexture, x / 34, y / 34 + 11);
    const side = ((x - midX) * cos + (y - midY) * sin) / radius + 0.2 * crooked;
    const ragged = textureAt(fineTexture, x / 15 + 2, y / 15);
    const cleft = cleftUm * smoothStep(0.1, 0.8, side) * (1 + 0.5 * crooked);
    const reachUm = Math.min(34, thickUm * (1 - 0.55 * side) * (1 + 0.3 * crooked) + 2.6 * ragged);
    const cover =
      open *
      smoothStep(-cleft + 1, -cleft - 0.8, insideUm) *
      smoothStep(-reachUm - 0.7, -reachUm + 0.9, insideUm);
    if (cover <= 0) return;
    const thin = 0.75 + 0.25 * smoothStep(-reachUm, -0.2 * reachUm, insideUm);
    const curd = thin * (1 + 0.05 * ragged + 0.14 * textureAt(fineTexture, x / 3, y / 3));
    const { haematoxylin, eosin } = loads.dyes;
    eosin[at] = Math.max(eosin[at] as number, cover * dense * curd);
    haematoxylin[at] = Math.max(haematoxylin[at] as number, cover * 0.25 * dense * curd);
  };
}
