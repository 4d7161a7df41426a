import { readRow } from './coarse-grid.ts';
import { clamp } from '../phantom/index.ts';
import type { FloatRaster } from './raster.ts';
import { deepFrom, type Rim } from './rim.ts';

/** Fineness and reach of the histogram, in cells per neper and in nepers. */
const perNeper = 1024;
const least = -4;
const greatest = 16;

/** Attenuations over a level, in nepers, that 5 and 95 per cent of an object's middle lie below. */
export interface Spread {
  readonly q05: number;
  readonly q95: number;
}

/** The spread of the middle of an object; of the whole image where it has none. */
export function spreadOfMiddle(image: FloatRaster, { depth }: Rim, level: number): Spread {
  const { widthPx, heightPx, pixels } = image;
  const inner = new Uint32Array((greatest - least) * perNeper);
  const all = new Uint32Array(inner.length);
  const deep = new Float32Array(widthPx);
  let counted = 0;
  for (let y = 0; y < heightPx; y += 2) {
    readRow(depth, y, deep);
    for (let x = 0; x < widthPx; x += 2) {
      const nepers = clamp(
        (pixels[y * widthPx + x] as number) - level,
        least,
        greatest - 1 / perNeper,
      );
      const cell = ((nepers - least) * perNeper) | 0;
      all[cell] = (all[cell] as number) + 1;
      if ((deep[x] as number) <= deepFrom) continue;
      inner[cell] = (inner[cell] as number) + 1;
      counted++;
    }
  }
  const cells = counted > 0 ? inner : all;
  return { q05: quantile(cells, 0.05), q95: quantile(cells, 0.95) };
}

/** The value below which a part of the counted pixels lies. */
function quantile(cells: Uint32Array, part: number): number {
  let left = part * cells.reduce((sum, count) => sum + count, 0);
  const cell = cells.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return least + (cell + 0.5) / perNeper;
}
