import { clamp, smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { inkFigure } from './figure.ts';
import { fade } from './stroma.ts';

/**
 * Draws a nucleus into loads, within some columns and rows of them: it takes the place of what it covers
 * and is flat where it lies against a neighbour. Its membrane is thick on one side and thin on the other;
 * chromatin lies in clumps with cleared places between, some nuclei are shrunken and dark.
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
  const { kind, x, y, cos, sin, depth, bits, flats } = nucleus;
  const { base, clump, rim, varies, nucleoli, nucleolusUm } = kind.chromatin;
  const { haematoxylin, eosin, orange } = loads.dyes;
  const isDark = partOf(bits, 41) < (kind.chromatin.dark ?? 0);
  const [long, wide] = isDark
    ? [0.88 * nucleus.long, 0.8 * nucleus.wide]
    : [nucleus.long, nucleus.wide];
  const strength =
    depth * (1 + varies * (partOf(bits, 30) + partOf(bits, 31) - 1) * 1.7) * (isDark ? 1.7 : 1);
  if (base * strength < 0.04) return;
  // Cut near its top a nucleus has no edge and little structure.
  const cut = smoothStep(0.5, 0.85, depth);
  const structure = isDark ? 0.45 : (0.55 + 0.75 * partOf(bits, 42)) * (0.4 + 0.6 * cut);
  const soft = 0.3 + 0.75 * partOf(bits, 32) * partOf(bits, 33) + 0.5 * (1 - cut);
  const edge = Math.max(soft, 0.5 * pitchUm);
  const bend = (partOf(bits, 34) - 0.5) * kind.bend;
  const taper = kind.taper ?? 0;
  const clumpSize = kind.chromatin.clumpUm * (0.75 + 0.6 * partOf(bits, 35));
  const shown = fade(clumpSize, pitchUm);
  const [shiftX, shiftY] = [37 * partOf(bits, 36), 41 * partOf(bits, 37)];
  const [thickX, thickY] = [1.6 * partOf(bits, 43) - 0.8, 1.6 * partOf(bits, 44) - 0.8];
  const hasNucleolus = depth > 0.85 && !isDark && partOf(bits, 38) < nucleoli;
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
      const breadth = taper > 0 ? wide * (1 - taper * Math.min(1, p * p)) : wide;
      const q = (dy * cos - dx * sin - bend * long * long * (p * p - 0.3)) / breadth;
      const r2 = p * p + q * q;
      if (r2 > 6) continue;
      const lump = 1 + kind.lumpy * textureAt(smoothTexture, shiftX + p * 0.8, shiftY + q * 0.8);
      const r = Math.sqrt(r2) / lump;
      // About the distance from the outline: the ellipse's level over its slope.
      const slope = Math.sqrt((p / long) * (p / long) + (q / breadth) * (q / breadth));
      let inside = r > 0.05 ? ((1 - r) * r) / Math.max(slope, 1e-6) : breadth;
      if (flats)
        for (let n = 0; n < flats.length; n += 3) {
          const off =
            (flats[n + 2] as number) - dx * (flats[n] as number) - dy * (flats[n + 1] as number);
          if (off < inside) inside = off;
        }
      const cover = smoothStep(-edge, edge, inside);
      if (cover <= 0) continue;
      const clumped = textureAt(smoothTexture, shiftX + dx / clumpSize, shiftY + dy / clumpSize);
      const threads = textureAt(fineTexture, shiftY + dx / 1.5, shiftX + dy / 1.5);
      const grain = structure * (0.75 * clumped + 0.55 * threads) * shown;
      const chromatin = Math.max(0.3, 1 + clump * (grain > 0 ? 1.25 * grain : grain));
      const thick = Math.max(0.1, 0.8 + thickX * p + thickY * q + 0.35 * clumped);
      const membrane = cut * thick * smoothStep(0.9, 0.2, inside) * shown;
      // A nucleolus, where a nucleus is cut through its middle.
      const [nx, ny] = [dx - speckX * wide, dy - speckY * wide];
      const nucleolus = hasNucleolus
        ? smoothStep(nucleolusUm + 0.3, nucleolusUm - 0.3, Math.sqrt(nx * nx + ny * ny))
        : 0;
      const density = base * chromatin + rim * membrane + 0.6 * nucleolus * shown;
      const at = j * loads.widthPx + i;
      const before = haematoxylin[at] as number;
      const load = clamp(density * strength, 0, 2.4);
      haematoxylin[at] = before + cover * (load - 0.9 * before);
      // Chromatin takes some eosin too: dense nuclei are violet, not slate.
      eosin[at] = (eosin[at] as number) * (1 - 0.6 * cover) + cover * (0.14 + 0.2 * load);
      orange[at] = (orange[at] as number) * (1 - 0.8 * cover);
    }
  }
}
