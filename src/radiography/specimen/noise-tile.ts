import { openNoiseColumn } from '../../phantom/index.ts';

const cells = 48;
const perUnit = 4;

/** A smooth random function of a place, handed over whole: one by one, its numbers would be put on the heap. */
export type TiledNoise = (place: Float64Array) => number;

/**
 * The noise of a seed read from a tile, at a part of its cost: linear between nodes a quarter of its details apart.
 * The tile covers 11.75 details along each axis and is repeated as in a mirror, so it has no seams.
 */
export function openTiledNoise(seed: number): TiledNoise {
  const noise = openNoiseColumn(seed);
  const tile = new Float32Array(cells * cells * cells);
  const column = new Float64Array(cells);
  for (let i = 0, at = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++, at += cells) {
      noise(i / perUnit, j / perUnit, 0, 1 / perUnit, 1, column.fill(0));
      tile.set(column, at);
    }
  }
  const turn = 2 * (cells - 1);
  const perTurn = 1 / turn;
  /** The place in the tile of a place anywhere. */
  const folded = (place: number) => {
    const p = place * perUnit;
    const round = p - turn * Math.floor(p * perTurn);
    return round > cells - 1 ? turn - round : round;
  };
  return (place) => {
    const a = folded(place[0] as number);
    const b = folded(place[1] as number);
    const c = folded(place[2] as number);
    const i = a < cells - 1 ? a | 0 : cells - 2;
    const j = b < cells - 1 ? b | 0 : cells - 2;
    const k = c < cells - 1 ? c | 0 : cells - 2;
    const u = a - i;
    const v = b - j;
    const w = c - k;
    const at = (i * cells + j) * cells + k;
    const up = at + cells;
    const on = at + cells * cells;
    const over = on + cells;
    const near = (tile[at] as number) * (1 - w) + (tile[at + 1] as number) * w;
    const beside = (tile[up] as number) * (1 - w) + (tile[up + 1] as number) * w;
    const ahead = (tile[on] as number) * (1 - w) + (tile[on + 1] as number) * w;
    const across = (tile[over] as number) * (1 - w) + (tile[over + 1] as number) * w;
    const low = near * (1 - v) + beside * v;
    return low + (ahead * (1 - v) + across * v - low) * u;
  };
}
