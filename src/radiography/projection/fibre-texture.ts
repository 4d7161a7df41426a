import { layeredColumn, openNoiseColumn } from '../../phantom/index.ts';

/** Cells of the tile along each axis, and their size in units of the noise. */
const cells = 64;
const cellUnits = 0.25;

/**
 * The unevenness of fibroglandular tissue: a number about 0 for a place in the tissue's own space, its first
 * three numbers: handed over one by one, each would be put on the heap.
 */
export type FibreTexture = (place: Float64Array) => number;

/**
 * Opens the unevenness of fibroglandular tissue, that varies within a millimetre or two, along the fibres more slowly than across. It is read
 * from a tile, smoothly in the two directions that a ray hardly changes; in the third a ray sums many
 * samples anyway.
 */
export function openFibreTexture(seed: number): FibreTexture {
  const noise = layeredColumn(openNoiseColumn(seed), 2, 0.7);
  const tile = new Float32Array(cells * cells * cells);
  const column = new Float64Array(cells);
  for (let i = 0, at = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++, at += cells) {
      noise(i * cellUnits, j * cellUnits, 0, cellUnits, 1, column.fill(0));
      tile.set(column, at);
    }
  }
  const alongPerUnit = 1 / (2.4 * cellUnits);
  const acrossPerUnit = 1 / (1.2 * cellUnits);
  const last = cells - 1;
  return (place) => {
    const a = (place[0] as number) * alongPerUnit;
    const b = (place[1] as number) * acrossPerUnit;
    const i = Math.floor(a);
    const j = Math.floor(b);
    const k = Math.floor((place[2] as number) * acrossPerUnit) & last;
    const near = ((i & last) * cells + (j & last)) * cells + k;
    const beside = ((i & last) * cells + ((j + 1) & last)) * cells + k;
    const ahead = (((i + 1) & last) * cells + (j & last)) * cells + k;
    const across = (((i + 1) & last) * cells + ((j + 1) & last)) * cells + k;
    const t = b - j;
    const low = (tile[near] as number) * (1 - t) + (tile[beside] as number) * t;
    const high = (tile[ahead] as number) * (1 - t) + (tile[across] as number) * t;
    return low + (high - low) * (a - i);
  };
}
