import { smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import { partOf, type Place } from '../scene/placing.ts';
import { redCellUm } from '../scene/red-cells.ts';
import { type Part, pixelsOf } from './part.ts';

/** Draws a red cell: an orange disc, paler in its middle where it lies flat, often pressed out of shape. */
export function inkRedCell(
  { x, y, bits }: Place,
  loads: Loads,
  place: PixelPlace,
  part: Part,
): void {
  const { pitchUm } = place;
  const { haematoxylin, eosin, orange } = loads.dyes;
  const long = redCellUm * (0.85 + 0.35 * partOf(bits, 1));
  const wide = long * (0.5 + 0.5 * Math.sqrt(partOf(bits, 2)));
  const [a, b] = [partOf(bits, 3) - 0.5, partOf(bits, 4) - 0.5];
  const length = Math.sqrt(a * a + b * b) + 1e-9;
  const [cos, sin] = [a / length, b / length];
  const strength = 0.7 + 0.5 * partOf(bits, 5);
  const soft = Math.max(0.25 + 0.5 * partOf(bits, 6), 0.5 * pitchUm);
  const reach = long + soft;
  const field = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  const pixels = pixelsOf(field, place, part);
  for (let j = pixels.top; j < pixels.bottom; j++) {
    const dy = (place.row + j + 0.5) * pitchUm - y;
    for (let i = pixels.left; i < pixels.right; i++) {
      const dx = (place.column + i + 0.5) * pitchUm - x;
      const p = (dx * cos + dy * sin) / long;
      const q = (dy * cos - dx * sin) / wide;
      const r = Math.sqrt(p * p + q * q);
      const cover = smoothStep(-soft, soft, (1 - r) * wide);
      if (cover <= 0) continue;
      const at = j * loads.widthPx + i;
      const load = strength * (0.78 + 0.28 * Math.min(1, r));
      orange[at] = (orange[at] as number) * (1 - 0.7 * cover) + 0.52 * load * cover;
      eosin[at] = (eosin[at] as number) * (1 - 0.75 * cover) + 0.34 * load * cover;
      haematoxylin[at] = (haematoxylin[at] as number) * (1 - 0.9 * cover);
    }
  }
}
