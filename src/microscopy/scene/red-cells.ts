import { smoothStep } from '../../phantom/index.ts';
import { gridAt } from './grid.ts';
import { partOf, type Place, placesIn } from './placing.ts';
import { smoothMost, smoothTexture, textureAt } from './texture.ts';
import { liningAt, type Tissue } from './tissue.ts';

/** Half the breadth of a red cell in paraffin: they shrink from 7.5 to some 6 µm. */
export const redCellUm = 3.1;

/** The distance that red cells keep of each other, in micrometres. */
export const redCellSpacing = 4.4;

/** Of the places in a vessel, the part that has a red cell: one is full of them, the next one empty. */
export const bloodShare = (x: number, y: number): number =>
  0.08 +
  0.88 *
    smoothStep(
      -0.8,
      0.1,
      textureAt(smoothTexture, x / 520 + 8, y / 520) +
        0.35 * textureAt(smoothTexture, x / 75, y / 75),
    );

/** Of the places in the stroma, the part that has a red cell: where there was bleeding. */
export function bledShare(x: number, y: number): number {
  const bled = textureAt(smoothTexture, x / 330 + 19, y / 330);
  if (bled + 0.5 * smoothMost < 2.3) return 0;
  const streak = textureAt(smoothTexture, x / 24, y / 24 + 6);
  return 0.85 * smoothStep(2.3, 2.7, bled + 0.5 * streak);
}

/** The red cells of a tissue: heaped in vessels, and here and there strewn into the stroma. */
export function redCellsIn(tissue: Tissue, seed: number): Place[] {
  const { reach, edge, gland, lumen, fat } = tissue;
  return placesIn(reach, seed + 5, redCellSpacing, 2, (x, y, bits) => {
    if (gridAt(edge, x, y) < 4) return false;
    if (gridAt(lumen, x, y) > 0.6)
      return liningAt(tissue, x, y)?.content === 'blood' && partOf(bits, 9) < bloodShare(x, y);
    if (gridAt(gland, x, y) > -3 || gridAt(fat, x, y) > 0.5) return false;
    return partOf(bits, 9) < bledShare(x, y);
  });
}
