import type { Draw } from '../draw.ts';
import { centred, type Piece } from '../solid/cluster.ts';
import type { Solid } from '../solid/solid.ts';
import { scaled, sum, type Vector } from '../vector.ts';
import { grainTexture } from './grain-texture.ts';

/** A coarse heterogeneous grain, no two alike: a core with arms, or a chip between flats and hollows. */
export function lump(packing: number, draw: Draw): Solid {
  return draw.chance(0.12) ? chip(packing, draw) : conglomerate(packing, draw);
}

/** A chip with corners and deep hollows, now and then thin in its middle. */
function chip(packing: number, draw: Draw): Solid {
  const thin = draw.chance(0.3);
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(0.4, 0.75), draw.uniform(0.4, 0.75)],
    // Planes so near to the middle meet in corners.
    facets: Array.from({ length: draw.integer(4, 6) }, () => ({
      normal: draw.direction(),
      offset: draw.uniform(0.3, 0.68),
    })),
    bites: Array.from({ length: draw.integer(0, 2) }, () => ({
      at: scaled(draw.direction(), draw.uniform(0.75, 1)),
      radius: draw.uniform(0.45, 0.7),
    })),
    core: { reach: thin ? draw.uniform(0.4, 0.65) : 0, filling: thin ? draw.uniform(0.1, 0.4) : 1 },
    texture: grainTexture(draw, packing, draw.uniform(0.14, 0.26), draw.uniform(0.35, 0.7), 0.8),
  };
}

/**
 * A core with two to four arms, each a row of pieces of very different size and density: indented, with
 * corners, and here faint, there white.
 */
function conglomerate(packing: number, draw: Draw): Solid {
  const flat: Vector = [1, draw.uniform(0.6, 1), draw.uniform(0.3, 0.6)];
  const density = draw.branch('density');
  const filling = () => density.uniform(0.55, 1.8);
  const core: Piece = { at: [0, 0, 0], radiusMm: draw.uniform(0.32, 0.5), filling: filling() };
  const balls = [core];
  for (let arms = draw.integer(2, 4); arms > 0; arms--) {
    const [x, y, z] = draw.direction();
    const way: Vector = [x * flat[0], y * flat[1], z * flat[2]];
    let out = core.radiusMm * 0.6;
    for (let more = draw.integer(1, 3); more > 0; more--) {
      const radiusMm = draw.uniform(0.18, 0.36);
      out += radiusMm;
      balls.push({
        at: sum(scaled(way, out), scaled(draw.direction(), 0.1)),
        radiusMm,
        filling: filling(),
      });
      out += radiusMm * 0.7;
    }
  }
  return {
    kind: 'cluster',
    balls: centred(balls),
    blendMm: draw.uniform(0.04, 0.1),
    texture: grainTexture(draw, packing, draw.uniform(0.1, 0.18), draw.uniform(0.3, 0.6), 0.7),
  };
}
