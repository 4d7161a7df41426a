import { cosine, openDraw, openNoise, pi, sine } from '../../phantom/index.ts';
import { slidePoint } from '../frame.ts';
import type { Piece } from '../section/piece.ts';
import type { Section } from '../section/section.ts';

/** The lines that the fibres of a piece follow, in micrometres across them and along them. */
export interface FibreLines {
  acrossAt(xUm: number, yUm: number): number;
  alongAt(xUm: number, yUm: number): number;
}

/** The way that fibres take: along the core, more or less, and winding. */
export function openFibreLines({ specimen }: Section, piece: Piece): FibreLines {
  const draw = openDraw(specimen.phantom.plan.seed, `fibres ${piece.core.id}`);
  const angle = draw.uniform(0, pi);
  const [c, s] = [cosine(angle), sine(angle)];
  const [long, short, slide] = [1, 2, 3].map(() => openNoise(draw.seed())) as [N, N, N];
  const at = (noise: N, x: number, y: number, sizeMm: number) => {
    const p = piece.toBreast(slidePoint(x, y));
    return noise(p[0] / sizeMm, p[1] / sizeMm, p[2] / sizeMm);
  };
  return {
    acrossAt: (x, y) => y * c - x * s + 140 * at(long, x, y, 0.34) + 36 * at(short, x, y, 0.13),
    alongAt: (x, y) => x * c + y * s + 60 * at(slide, x, y, 0.3),
  };
}

type N = ReturnType<typeof openNoise>;
