import { smoothStep } from '../../phantom/index.ts';
import type { Content } from '../lesion/lining.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade, type Spot } from './stroma.ts';

/** What a lumen holds at a place `lumen` µm within it. */
export function contentAt(
  x: number,
  y: number,
  lumen: number,
  content: Content,
  pitchUm: number,
  spot: Spot,
): void {
  if (content === 'secretion') secretionAt(x, y, lumen, spot);
  if (content === 'necrosis') necrosisAt(x, y, lumen, pitchUm, spot);
}

/** Here and there a lumen holds some secretion, drawn back from the wall. */
function secretionAt(x: number, y: number, lumen: number, spot: Spot): void {
  const cell = textureAt(fineTexture, x / 8.5 + 4, y / 8.5);
  const secretes = smoothStep(0.25, 0.9, textureAt(smoothTexture, x / 260 + 17, y / 260));
  const drawnBack = smoothStep(1, 3, lumen + 1.5 * textureAt(smoothTexture, x / 13, y / 13));
  const secretion = secretes * drawnBack * (1 + 0.12 * cell);
  spot.eosin = 0.17 * secretion;
  spot.haematoxylin = 0.025 * secretion;
}

/** Dead cells: granular, eosinophilic, their shapes fading in patches, with cracks. */
function necrosisAt(x: number, y: number, lumen: number, pitchUm: number, spot: Spot): void {
  const granule = textureAt(fineTexture, x / 2.1 + 3, y / 2.1) * fade(2.1, pitchUm);
  const clot = textureAt(fineTexture, x / 9, y / 9 + 5);
  const patch = textureAt(smoothTexture, x / 60 + 7, y / 60);
  const ghost = textureAt(smoothTexture, x / 10 + 21, y / 10);
  const gap = smoothStep(1.5, 2.6, 1.1 * clot + 0.6 * patch + smoothStep(9, 0, lumen));
  const left = 1 - 0.9 * gap;
  spot.eosin = Math.max(0, (0.52 + 0.1 * granule + 0.1 * clot + 0.08 * patch) * left);
  spot.haematoxylin = Math.max(
    0,
    (0.13 + 0.06 * granule + 0.09 * ghost * smoothStep(-0.8, 1, patch)) * left,
  );
  spot.orange = 0.06 * left * smoothStep(0, 1.5, -patch);
}
