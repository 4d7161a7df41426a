import { smoothStep } from '../../phantom/index.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade, type Spot } from './stroma.ts';

/**
 * The wall and the lumen of a gland at a place that lies `gland` µm within its basement membrane and
 * `lumen` µm within its lumen (negative in the wall). Nuclei are not in it. The cytoplasm is denser at
 * the lumen and clears in patches at the base, where the myoepithelium lies.
 */
export function glandAt(
  x: number,
  y: number,
  gland: number,
  lumen: number,
  pitchUm: number,
  spot: Spot,
): void {
  const granule = textureAt(fineTexture, x / 2.4, y / 2.4) * fade(2.4, pitchUm);
  const cell = textureAt(fineTexture, x / 8.5 + 4, y / 8.5);
  const region = textureAt(smoothTexture, x / 70, y / 70 + 8);
  const bumpy = textureAt(smoothTexture, x / 3.4, y / 3.4) * fade(3.4, pitchUm);
  const soft = Math.max(0.55, 0.6 * pitchUm);
  const open = smoothStep(-soft, soft, lumen + 0.6 * bumpy);
  const apex = smoothStep(-3.2, -0.4, lumen);
  const base = smoothStep(4.6, 2.2, gland) * smoothStep(-0.2, 0.9, cell + 0.5 * region);
  const vacuole = smoothStep(1.5, 2.1, cell + 0.35 * region);
  const eosin = 0.4 * (1 + 0.11 * granule + 0.14 * cell + 0.1 * region) + 0.1 * apex;
  const basophilia = 0.2 * (1 + 0.16 * granule + 0.16 * cell - 0.1 * region);
  const left = (1 - 0.65 * base) * (1 - 0.7 * vacuole) * (1 - open);
  // Here and there a lumen holds some secretion, drawn back from the wall.
  const secretes = smoothStep(0.25, 0.9, textureAt(smoothTexture, x / 260 + 17, y / 260));
  const drawnBack = smoothStep(1, 3, lumen + 1.5 * textureAt(smoothTexture, x / 13, y / 13));
  const secretion = secretes * drawnBack * (1 + 0.12 * cell) * open;
  spot.eosin = Math.max(0, eosin * left + 0.17 * secretion);
  spot.haematoxylin = Math.max(0, basophilia * left + 0.025 * secretion);
  spot.orange = 0;
  spot.fibres = 0;
}
