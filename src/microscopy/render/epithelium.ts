import { smoothStep } from '../../phantom/index.ts';
import type { Lining } from '../lesion/lining.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { contentAt } from './content.ts';
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
  { cytoplasm, content }: Lining,
  pitchUm: number,
  spot: Spot,
): void {
  const granule = textureAt(fineTexture, x / 2.4, y / 2.4) * fade(2.4, pitchUm);
  const cell = textureAt(fineTexture, x / 8.5 + 4, y / 8.5);
  const region = textureAt(smoothTexture, x / 70, y / 70 + 8);
  const bumpy = textureAt(smoothTexture, x / 3.4, y / 3.4) * fade(3.4, pitchUm);
  const soft = Math.max(0.55, 0.6 * pitchUm);
  const open = smoothStep(-soft, soft, lumen + 0.6 * bumpy);
  const { varies } = cytoplasm;
  const apex = cytoplasm.apex * smoothStep(-3.2, -0.4, lumen);
  const base =
    cytoplasm.clearBase * smoothStep(4.6, 2.2, gland) * smoothStep(-0.2, 0.9, cell + 0.5 * region);
  const vacuole =
    Math.min(1, cytoplasm.vacuoles) * smoothStep(1.5, 2.1, cell + 0.35 * region) * 0.7;
  const eosin = cytoplasm.eosin * (1 + 0.11 * granule + varies * cell + 0.1 * region) + apex;
  const basophilia = cytoplasm.haematoxylin * (1 + 0.16 * granule + varies * cell - 0.1 * region);
  const left = (1 - base) * (1 - vacuole) * (1 - open);
  spot.eosin = 0;
  spot.haematoxylin = 0;
  spot.orange = 0;
  spot.fibres = 0;
  if (open > 0 && content !== 'empty') contentAt(x, y, lumen, content, pitchUm, spot);
  spot.eosin = Math.max(0, eosin * left + open * spot.eosin);
  spot.haematoxylin = Math.max(0, basophilia * left + open * spot.haematoxylin);
  spot.orange *= open;
}
