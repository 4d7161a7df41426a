import { smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import { partOf, type Place } from '../scene/placing.ts';
import { redCellUm } from '../scene/red-cells.ts';
import { type Part, pixelsOf } from './part.ts';

/** Opposite its dent a cell bulges by so much of its radius at most. */
const mostOut = 1.25;

/**
 * Draws a red cell: a disc of a red near that of eosin, paler in its middle where it lies flat, most often pressed out of
 * shape by its neighbours and run together with them.
 */
export function inkRedCell(
  { x, y, bits }: Place,
  loads: Loads,
  place: PixelPlace,
  part: Part,
): void {
  const { pitchUm } = place;
  const { haematoxylin, eosin, orange } = loads.dyes;
  const long = redCellUm * (0.8 + 0.5 * partOf(bits, 1));
  const wide = long * (0.45 + 0.5 * Math.sqrt(partOf(bits, 2)));
  const [a, b] = [partOf(bits, 3) - 0.5, partOf(bits, 4) - 0.5];
  const length = Math.sqrt(a * a + b * b) + 1e-9;
  const [cos, sin] = [a / length, b / length];
  const strength = 0.75 + 0.45 * partOf(bits, 5);
  const soft = Math.max(0.4 + 0.6 * partOf(bits, 6), 0.5 * pitchUm);
  // Bent to a bean, and dented on one side.
  const bend = 0.5 * (partOf(bits, 8) - 0.5);
  const [dentX, dentY] = [0.5 * partOf(bits, 9) - 0.25, 0.5 * partOf(bits, 10) - 0.25];
  const flat = partOf(bits, 11);
  const reach = mostOut * long + 3 * Math.abs(bend) * wide + (soft * long) / wide;
  const field = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  const pixels = pixelsOf(field, place, part);
  for (let j = pixels.top; j < pixels.bottom; j++) {
    const dy = (place.row + j + 0.5) * pitchUm - y;
    for (let i = pixels.left; i < pixels.right; i++) {
      const dx = (place.column + i + 0.5) * pitchUm - x;
      const p = (dx * cos + dy * sin) / long;
      const q = (dy * cos - dx * sin) / wide - bend * (2 * p * p - 0.5);
      const dent = Math.max(1 / mostOut - 1, dentX * p + dentY * q);
      const r = Math.sqrt(p * p + q * q) * (1 + dent);
      const cover = smoothStep(-soft, soft, (1 - r) * wide);
      if (cover <= 0) continue;
      const at = j * loads.widthPx + i;
      const load = strength * (0.86 + 0.24 * flat * (Math.min(1, r) - 0.7));
      orange[at] = (orange[at] as number) * (1 - 0.8 * cover) + 0.17 * load * cover;
      eosin[at] = (eosin[at] as number) * (1 - 0.8 * cover) + 0.62 * load * cover;
      haematoxylin[at] = (haematoxylin[at] as number) * (1 - 0.9 * cover);
    }
  }
}
