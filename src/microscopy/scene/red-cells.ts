import { smoothStep } from '../../phantom/index.ts';
import type { Field } from '../frame.ts';
import { gridAt } from './grid.ts';
import { partOf, type Place, placesIn } from './placing.ts';
import { smoothTexture, textureAt } from './texture.ts';
import { liningAt, type Tissue } from './tissue.ts';

/** Half the breadth of a red cell in paraffin: they shrink from 7.5 to some 6 µm. */
export const redCellUm = 3.1;

/** The red cells of a tissue: heaped in vessels, and here and there strewn into the stroma. */
export function redCellsIn(tissue: Tissue, field: Field, seed: number): Place[] {
  const { edge, gland, lumen, fat } = tissue;
  return placesIn(field, seed + 5, 5, 2, (x, y, bits) => {
    if (gridAt(edge, x, y) < 4) return false;
    const free = gridAt(lumen, x, y);
    if (free > 1) {
      // One vessel is full of them, the next one empty.
      const full = smoothStep(-0.7, 0.9, textureAt(smoothTexture, x / 170 + 8, y / 170));
      return liningAt(tissue, x, y)?.content === 'blood' && partOf(bits, 9) < 0.12 + 0.85 * full;
    }
    if (gridAt(gland, x, y) > -3 || gridAt(fat, x, y) > 0.5) return false;
    const bled = textureAt(smoothTexture, x / 330 + 19, y / 330);
    const streak = textureAt(smoothTexture, x / 24, y / 24 + 6);
    return partOf(bits, 9) < 0.45 * smoothStep(1.9, 2.7, bled + 0.5 * streak);
  });
}
