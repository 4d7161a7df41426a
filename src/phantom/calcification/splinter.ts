import type { Draw } from '../draw.ts';
import { cosine, pi, sine } from '../elementary.ts';
import { centred, type Piece } from '../solid/cluster.ts';
import type { Solid } from '../solid/solid.ts';
import { scaled, sum, type Vector } from '../vector.ts';
import { grainTexture } from './grain-texture.ts';

/** A fine pleomorphic grain, angular and no two alike: a needle, a comma or a broken plate. */
export function splinter(packing: number, draw: Draw): Solid {
  const kind = draw.uniform();
  if (kind < 0.5) return needle(packing, draw);
  return kind < 0.86 ? comma(packing, draw) : fragment(packing, draw);
}

/** Three to five times as long as wide, cut aslant at its ends. */
function needle(packing: number, draw: Draw): Solid {
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(0.17, 0.3), draw.uniform(0.2, 0.34)],
    facets: Array.from({ length: draw.integer(3, 6) }, () => ({
      normal: draw.direction(),
      // Planes nearer to the middle would cut it short.
      offset: draw.uniform(0.72, 1),
    })),
    bites: [],
    core: { reach: 0, filling: 1 },
    // A thin one shows as much only if it is denser: or the few compact ones would be all that is seen, as dots.
    texture: grainTexture(draw, Math.min(1.65 * packing, 0.95), draw.uniform(0.08, 0.16), 0.5, 0.5),
  };
}

/** A bent row of pieces that grow smaller: a comma, a hook, a tadpole. */
function comma(packing: number, draw: Draw): Solid {
  const way = draw.direction();
  const bend = scaled(draw.direction(), draw.uniform(0.06, 0.24));
  const length = draw.integer(4, 6);
  const thick = draw.uniform(0.2, 0.34);
  let at: Vector = [0, 0, 0];
  let step: Vector = [0.4, 0, 0];
  const balls: Piece[] = [];
  for (let n = 0; n < length; n++) {
    balls.push({ at, radiusMm: thick * (1 - (0.6 * n) / length) * draw.uniform(0.75, 1.15) });
    step = sum(step, scaled(bend, 0.5));
    at = sum(at, sum(step, scaled(way, draw.uniform(-0.08, 0.08))));
  }
  return {
    kind: 'cluster',
    balls: centred(balls),
    blendMm: 0.12,
    texture: grainTexture(draw, Math.min(1.35 * packing, 0.95), 0.09, 0.4, 0.5),
  };
}

/** A flat piece with three or four corners, now and then notched. */
function fragment(packing: number, draw: Draw): Solid {
  const corners = draw.integer(3, 4);
  const turn = draw.uniform(0, 2 * pi);
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(0.5, 0.85), draw.uniform(0.25, 0.4)],
    facets: Array.from({ length: corners }, (_, n) => {
      const angle = turn + ((n + draw.uniform(-0.25, 0.25)) * 2 * pi) / corners;
      const normal: Vector = [cosine(angle), sine(angle), draw.uniform(-0.3, 0.3)];
      return { normal, offset: draw.uniform(0.36, 0.62) };
    }),
    bites: Array.from({ length: draw.integer(0, 1) }, () => ({
      at: scaled(draw.direction(), 0.95),
      radius: draw.uniform(0.35, 0.6),
    })),
    core: { reach: 0, filling: 1 },
    texture: grainTexture(draw, 0.45 * packing, draw.uniform(0.08, 0.16), 0.5, 0.5),
  };
}
