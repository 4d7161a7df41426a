import { clamp, smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { inkFigure } from './figure.ts';
import { fade } from './stroma.ts';

/**
 * Draws a nucleus into loads, within some columns and rows of them: it takes the place of the
 * cytoplasm that it covers. Nuclei that overlap add up in part, as they lie on each other in a section.
 */
export function inkNucleus(
  nucleus: Nucleus,
  loads: Loads,
  { column, row, pitchUm }: PixelPlace,
  within: { left: number; top: number; right: number; bottom: number },
): void {
  if (nucleus.event || nucleus.kind.figure) {
    inkFigure(nucleus, loads, { column, row, pitchUm }, within);
    return;
  }
  const { kind, x, y, long, wide, cos, sin, depth, bits } = nucleus;
  const { base, clump, rim, varies, nucleoli, nucleolusUm } = kind.chromatin;
  const { haematoxylin, eosin } = loads.dyes;
  const strength = depth * (1 + varies * (partOf(bits, 30) + partOf(bits, 31) - 1) * 1.7);
  const soft = 0.32 + 0.75 * partOf(bits, 32) * partOf(bits, 33);
  const edge = Math.max(soft, 0.5 * pitchUm);
  const bend = (partOf(bits, 34) - 0.5) * kind.bend;
  const clumpSize = kind.chromatin.clumpUm * (0.75 + 0.6 * partOf(bits, 35));
  const shown = fade(clumpSize, pitchUm);
  const [shiftX, shiftY] = [37 * partOf(bits, 36), 41 * partOf(bits, 37)];
  const hasNucleolus = depth > 0.85 && partOf(bits, 38) < nucleoli;
  const [speckX, speckY] = [0.6 * partOf(bits, 39) - 0.3, 0.6 * partOf(bits, 40) - 0.3];
  const reach = long + 2 * edge + 1;
  const first = (place: number, from: number, least: number) =>
    Math.max(Math.floor((place - reach) / pitchUm) - from, least);
  const last = (place: number, from: number, most: number) =>
    Math.min(Math.ceil((place + reach) / pitchUm) - from, most);
  for (let j = first(y, row, within.top); j < last(y, row, within.bottom); j++) {
    const dy = (row + j + 0.5) * pitchUm - y;
    for (let i = first(x, column, within.left); i < last(x, column, within.right); i++) {
      const dx = (column + i + 0.5) * pitchUm - x;
      const p = (dx * cos + dy * sin) / long;
      const q = (dy * cos - dx * sin - bend * long * long * (p * p - 0.3)) / wide;
      const r2 = p * p + q * q;
      if (r2 > 6) continue;
      const lump = 1 + kind.lumpy * textureAt(fineTexture, shiftX + p * 0.7, shiftY + q * 0.7);
      const r = Math.sqrt(r2) / lump;
      // About the distance from the outline: the ellipse's level over its slope.
      const slope = Math.sqrt((p / long) * (p / long) + (q / wide) * (q / wide));
      const inside = r > 0.05 ? ((1 - r) * r) / Math.max(slope, 1e-6) : wide;
      const cover = smoothStep(-edge, edge, inside);
      if (cover <= 0) continue;
      const clumped = textureAt(smoothTexture, shiftX + dx / clumpSize, shiftY + dy / clumpSize);
      const threads = textureAt(fineTexture, shiftY + dx / 1.7, shiftX + dy / 1.7);
      const grain = (0.75 * clumped + 0.35 * threads) * shown;
      const membrane = smoothStep(0.95, 0.25, inside) * shown;
      // A nucleolus, where a nucleus is cut through its middle.
      const [nx, ny] = [dx - speckX * wide, dy - speckY * wide];
      const nucleolus = hasNucleolus
        ? smoothStep(nucleolusUm + 0.3, nucleolusUm - 0.3, Math.sqrt(nx * nx + ny * ny))
        : 0;
      const density = base * (1 + clump * grain) + rim * membrane + 0.5 * nucleolus * shown;
      const at = j * loads.widthPx + i;
      const before = haematoxylin[at] as number;
      const load = clamp(density * strength, 0, 2.4);
      haematoxylin[at] = before + cover * (load - 0.45 * before);
      eosin[at] = (eosin[at] as number) * (1 - 0.5 * cover) + 0.1 * cover;
    }
  }
}
