import type { Draw } from '../draw.ts';
import { clamp, cosine, pi, sine, smoothStep } from '../elementary.ts';
import type { Solid } from '../solid/solid.ts';
import { scaled, type Vector } from '../vector.ts';

/** What is smaller is a lump: there is no room in it for lumps and gaps. */
const leastPlaqueMm = 1.3;

/**
 * A piece of dystrophic calcification, about 2 mm across: its size comes later. Large ones are mostly crusts.
 * `clearness` is the packing's share that the difficulty of the case leaves.
 */
export const dystrophicShape = (spanMm: number, clearness: number, draw: Draw): Solid =>
  spanMm > leastPlaqueMm && draw.branch('crust').chance(spanMm > 2.2 ? 0.85 : 0.4)
    ? plaque(clearness, draw)
    : lump(clearness, draw);

/** A crust like lava: lumps of very different size, run together in a bent sheet that leaves bays free. */
function plaque(clearness: number, draw: Draw): Solid {
  const broad = draw.uniform(0.4, 0.9);
  const bend = draw.uniform(-0.35, 0.35);
  // Bays reach near the middle but leave it, where a section is aimed at.
  const bays = Array.from({ length: draw.integer(2, 4) }, () => {
    const [aside, bearing] = [draw.uniform(0.4, 0.95), draw.uniform(0, 2 * pi)];
    const reach = Math.min(draw.uniform(0.15, 0.5), aside - 0.2);
    return { x: aside * cosine(bearing), y: aside * sine(bearing), reach };
  });
  const places = Array.from({ length: draw.integer(34, 54) }, () => {
    const angle = draw.uniform(0, 2 * pi);
    const out = Math.sqrt(draw.uniform());
    const [x, y] = [out * cosine(angle), out * sine(angle)];
    const at: Vector = [x, y * broad, bend * (x * x - y * y) + draw.uniform(-0.12, 0.12)];
    return { x, y, at, radiusMm: clamp(draw.logNormal(0.13, 0.55), 0.05, 0.36) };
  });
  const isFree = (x: number, y: number, radiusMm: number) =>
    bays.every((bay) => {
      const [dx, dy] = [x - bay.x, y - bay.y];
      return Math.sqrt(dx * dx + dy * dy) > bay.reach + radiusMm / 2;
    });
  // Many a crust is thin in its middle, so that it is lucent there, and thicker on one side.
  const crust = draw.branch('filling');
  const [middle, slope, way] = [
    crust.chance(0.5) ? crust.uniform(0.15, 0.45) : 1,
    crust.uniform(0, 0.6),
    crust.uniform(0, 2 * pi),
  ];
  const fillingAt = (x: number, y: number) =>
    (middle + (1 - middle) * smoothStep(0.25, 0.6, Math.sqrt(x * x + y * y))) *
    (1 + slope * (x * cosine(way) + y * sine(way)));
  const balls = places.filter(({ x, y, radiusMm }) => isFree(x, y, radiusMm));
  return {
    kind: 'cluster',
    balls: [
      { at: [0, 0, 0], radiusMm: 0.25, filling: fillingAt(0, 0) },
      ...balls.map(({ x, y, at, radiusMm }) => ({ at, radiusMm, filling: fillingAt(x, y) })),
    ],
    blendMm: draw.uniform(0.12, 0.34) + 0.1,
    texture: {
      seed: draw.seed(),
      bumpMm: draw.uniform(0.18, 0.32),
      bumpSizeMm: draw.uniform(0.2, 0.45),
      packing: clamp(draw.logNormal(0.14, 0.35), 0.1, 0.3) * clearness,
      mottle: 1.7,
    },
  };
}

/** A lump between flats and notches, mostly lucent in the middle. */
function lump(clearness: number, draw: Draw): Solid {
  return {
    kind: 'grain',
    semiAxesMm: [1, draw.uniform(0.45, 0.95), draw.uniform(0.35, 0.7)],
    facets: Array.from({ length: draw.integer(1, 4) }, () => ({
      normal: draw.direction(),
      offset: draw.uniform(0.6, 0.95),
    })),
    bites: Array.from({ length: draw.integer(1, 3) }, () => ({
      at: scaled(draw.direction(), draw.uniform(0.8, 1)),
      radius: draw.uniform(0.25, 0.55),
    })),
    core: draw.chance(0.45)
      ? { reach: draw.uniform(0.5, 0.75), filling: draw.uniform(0.04, 0.2) }
      : { reach: 0, filling: 1 },
    texture: {
      seed: draw.seed(),
      bumpMm: draw.uniform(0.24, 0.38),
      bumpSizeMm: draw.uniform(0.4, 0.75),
      packing: clamp(draw.logNormal(0.16, 0.35), 0.11, 0.3) * clearness,
      mottle: 1.6,
    },
  };
}
