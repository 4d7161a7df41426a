/** Tiles of noise that go on without a seam, and how they are read askew at places of the breast. */
import {
  type Axes,
  type Draw,
  exponential,
  openDraw,
  scaled,
  type Vector,
} from '../../phantom/index.ts';

/** The coordinates of places, each less than some metres. */
export type Places = readonly [xMm: Float32Array, yMm: Float32Array, zMm: Float32Array];

/** Cells of the tile along each axis; a power of two. */
const cells = 64;
const last = cells - 1;

/** How a tile is read as a sheaf, or as the strength of one. */
export interface Sheaf {
  readonly cellMm: number;
  readonly strength: number;
  /** From millimetres to cells of the tile, and by how much the second of these is moved. */
  readonly along: Vector;
  readonly up: Vector;
  readonly aside: Vector;
  readonly shift: number;
}

/**
 * Reads a tile along axes, in cells so wide across the first and so many times longer along it; `shift` parts
 * sheaves that are read from one tile.
 */
export const sheafOf = (
  [along, up, aside]: Axes,
  cellMm: number,
  longer: number,
  strength: number,
  shift: number,
): Sheaf => ({
  cellMm,
  strength,
  along: scaled(along, 1 / (longer * cellMm)),
  up: scaled(up, 1 / cellMm),
  aside: scaled(aside, 1 / cellMm),
  shift: beyond + shift,
});

/** Whole tiles that keep every place on the positive side, where cutting off is rounding down. */
const beyond = 2048 * cells;

/** Looks one sheaf up at every `step`-th place and at the last. */
export function lookUp(
  tile: Float32Array,
  { along, up, aside, strength, shift }: Sheaf,
  [xs, ys, zs]: Places,
  count: number,
  step: number,
  to: Float64Array,
): void {
  const [ax, ay, az] = along;
  const [bx, by, bz] = up;
  const [cx, cy, cz] = aside;
  for (let p = 0; p < count; p = p < count - 1 ? Math.min(p + step, count - 1) : count) {
    const px = xs[p] as number;
    const py = ys[p] as number;
    const pz = zs[p] as number;
    const x = ax * px + ay * py + az * pz + beyond;
    const y = bx * px + by * py + bz * pz + shift;
    const z = cx * px + cy * py + cz * pz + beyond;
    const fx = x | 0;
    const fy = y | 0;
    const fz = z | 0;
    const i = (fx & last) * cells * cells;
    const j = (fy & last) * cells;
    const k = fz & last;
    const i1 = ((fx + 1) & last) * cells * cells;
    const j1 = ((fy + 1) & last) * cells;
    const k1 = (fz + 1) & last;
    const t = y - fy;
    const u = z - fz;
    const a = mixed(tile[i + j + k] as number, tile[i + j + k1] as number, u);
    const b = mixed(tile[i + j1 + k] as number, tile[i + j1 + k1] as number, u);
    const c = mixed(tile[i1 + j + k] as number, tile[i1 + j + k1] as number, u);
    const d = mixed(tile[i1 + j1 + k] as number, tile[i1 + j1 + k1] as number, u);
    to[p] = strength * mixed(mixed(a, b, t), mixed(c, d, t), x - fx);
  }
}

const mixed = (a: number, b: number, t: number) => a + (b - a) * t;

/** How much a fibre is stronger here than there, as the logarithm, and the most it is. */
const fading = { spread: 0.85, most: 3.6 } as const;

/**
 * A tile of fibres that goes on without a seam: noise of one size, its zero surfaces drawn out as sheets,
 * now strong and now faint: sheets of one strength would close into a net, whose meshes are pits. On the heights
 * of the noise lie nodules, since sheets alone cut a picture as worms.
 */
export function webTile(seed: number): Float32Array {
  const fine = noiseTile(openDraw(seed, 'weave'), 3);
  const wide = blurred(fine, 5);
  const band = standardised(fine.map((value, n) => value - (wide[n] as number)));
  // What is this wide has nothing in common with what was left of the fine noise.
  const fades = standardised(blurred(wide, 6));
  return standardised(
    band.map((value, n) => {
      const strength = Math.min(exponential(fading.spread * (fades[n] as number)), fading.most);
      return 0.5 * exponential(0.6 * value) + strength / (1 + 9 * value * value);
    }),
  );
}

/** A tile of noise that varies smoothly over some cells. */
export const cloudTile = (seed: number): Float32Array =>
  standardised(noiseTile(openDraw(seed, 'cloud'), 4));

function noiseTile(draw: Draw, passes: number): Float32Array {
  const tile = new Float32Array(cells * cells * cells);
  for (let n = 0; n < tile.length; n++) tile[n] = draw.uniform(-1, 1);
  return blurred(tile, passes);
}

function blurred(tile: Float32Array, passes: number): Float32Array {
  let values = tile;
  for (let pass = 0; pass < passes; pass++) values = smoothed(values);
  return values;
}

/** Blurred by 1–2–1 along each axis, round the tile's ends. */
function smoothed(from: Float32Array): Float32Array {
  let values = from;
  for (const step of [1, cells, cells * cells]) {
    const to = new Float32Array(values.length);
    for (let start = 0; start < values.length; start += step * cells) {
      for (let n = 0; n < cells; n++) {
        const here = start + n * step;
        const before = start + ((n - 1) & last) * step - here;
        const after = start + ((n + 1) & last) * step - here;
        for (let at = here; at < here + step; at++) {
          to[at] =
            0.25 * (values[at + before] as number) +
            0.5 * (values[at] as number) +
            0.25 * (values[at + after] as number);
        }
      }
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
