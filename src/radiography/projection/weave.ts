import { axesAlong, openDraw, scaled, unit } from '../../phantom/index.ts';

/** The weave of the finest fibres at a point of the breast at rest: mean 0, spread 1. */
export type Weave = (xMm: number, yMm: number, zMm: number) => number;

/** Cells of the tile along each axis; a power of two. */
const cells = 64;
const last = cells - 1;

/**
 * Sheaves of fibres: the size of a cell across them, of which a fibre is some five wide, their
 * strength, and the way they run; x leads to the nipple. Along it they are `longer` times as long.
 */
const sheaves = [
  { cellMm: 0.075, strength: 0.7, along: unit([1, 0.22, 0.28]) },
  { cellMm: 0.1, strength: 0.85, along: unit([1, -0.38, -0.21]) },
  { cellMm: 0.16, strength: 1.4, along: unit([1, 0.42, -0.32]) },
  { cellMm: 0.21, strength: 1.4, along: unit([1, -0.14, 0.35]) },
] as const;
const longer = 2.6;

/**
 * Opens the weave: sheaves of fibres that cross each other, from a third of a millimetre to some
 * two millimetres wide, finer than the lobules and leaflets that are drawn one by one. All are read
 * from one tile; each lies askew in the breast, so that no plane ever cuts it the same way twice.
 */
export function openWeave(seed: number): Weave {
  const tile = webTile(seed);
  const norm = 1 / Math.sqrt(sheaves.reduce((sum, { strength }) => sum + strength * strength, 0));
  const read = sheaves.map(({ cellMm, strength, along }) => {
    const [, up, aside] = axesAlong(along, [0.37, -0.61, 0.7]);
    return {
      strength: strength * norm,
      along: scaled(along, 1 / (longer * cellMm)),
      up: scaled(up, 1 / cellMm),
      aside: scaled(aside, 1 / cellMm),
    };
  });
  return (xMm, yMm, zMm) => {
    let sum = 0;
    for (let n = 0; n < read.length; n++) {
      const { strength, along, up, aside } = read[n] as (typeof read)[number];
      sum +=
        strength *
        readTile(
          tile,
          along[0] * xMm + along[1] * yMm + along[2] * zMm,
          up[0] * xMm + up[1] * yMm + up[2] * zMm + 17 * n,
          aside[0] * xMm + aside[1] * yMm + aside[2] * zMm,
        );
    }
    return sum;
  };
}

function readTile(tile: Float32Array, x: number, y: number, z: number): number {
  const fx = Math.floor(x);
  const fy = Math.floor(y);
  const fz = Math.floor(z);
  const i = (fx & last) * cells * cells;
  const j = (fy & last) * cells;
  const k = fz & last;
  const i1 = ((fx + 1) & last) * cells * cells;
  const j1 = ((fy + 1) & last) * cells;
  const k1 = (fz + 1) & last;
  const s = x - fx;
  const t = y - fy;
  const u = z - fz;
  const a = mixed(tile[i + j + k] as number, tile[i + j + k1] as number, u);
  const b = mixed(tile[i + j1 + k] as number, tile[i + j1 + k1] as number, u);
  const c = mixed(tile[i1 + j + k] as number, tile[i1 + j + k1] as number, u);
  const d = mixed(tile[i1 + j1 + k] as number, tile[i1 + j1 + k1] as number, u);
  return mixed(mixed(a, b, t), mixed(c, d, t), s);
}

const mixed = (a: number, b: number, t: number) => a + (b - a) * t;

/** A tile that goes on without a seam: noise of one size, its zero surfaces drawn out as sheets. */
function webTile(seed: number): Float32Array {
  const draw = openDraw(seed, 'weave');
  let fine: Float32Array = Float32Array.from({ length: cells * cells * cells }, () =>
    draw.uniform(-1, 1),
  );
  for (let pass = 0; pass < 3; pass++) fine = smoothed(fine);
  let wide = fine;
  for (let pass = 0; pass < 5; pass++) wide = smoothed(wide);
  const band = standardised(fine.map((value, n) => value - (wide[n] as number)));
  return standardised(band.map((value) => 0.12 * value + 1 / (1 + 6 * value * value)));
}

/** Blurred by 1–2–1 along each axis, round the tile's ends. */
function smoothed(from: Float32Array): Float32Array {
  let values = from;
  for (const step of [1, cells, cells * cells]) {
    const to = new Float32Array(values.length);
    const around = step * cells;
    for (let at = 0; at < values.length; at++) {
      const start = at - (at % around);
      const before = start + ((at - start + around - step) % around);
      const after = start + ((at - start + step) % around);
      to[at] =
        0.25 * (values[before] as number) +
        0.5 * (values[at] as number) +
        0.25 * (values[after] as number);
    }
    values = to;
  }
  return values;
}

function standardised(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square =
    values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
  const scale = 1 / Math.sqrt(square);
  return values.map((value) => (value - mean) * scale);
}
