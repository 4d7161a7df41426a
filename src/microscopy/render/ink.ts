import { clamp, smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import { isSmudged, type Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';
import { chromatinOf } from './chromatin.ts';
import { inkFigure } from './figure.ts';
import { type Part, pixelsOf } from './part.ts';

/** Of what a nucleus covers it hides so much; the rest shines through its thickness. */
const hides = 0.84;
/** How round the corners between two flat sides are, as a part of half its breadth. */
const roundness = 0.8;
/** Of the nuclei of linings, the part that is dented on one side, for how uneven they are; and how round a dent is. */
const [dentedShare, dentRadius] = [2.4, 1.1];

/** How much more uneven the outline of one is that has shrunk. */
const smudgedLumpy = 0.05;

/**
 * Draws a nucleus into loads, within some columns and rows of them: it takes the place of what it covers
 * and is flat where it lies against a neighbour.
 */
export function inkNucleus(nucleus: Nucleus, loads: Loads, place: PixelPlace, within: Part): void {
  if (nucleus.event || nucleus.kind.figure) {
    inkFigure(nucleus, loads, place, within);
    return;
  }
  const { kind, x, y, cos, sin, bits, flats } = nucleus;
  const { column, row, pitchUm } = place;
  const { haematoxylin, eosin, orange } = loads.dyes;
  const chromatin = chromatinOf(nucleus, pitchUm);
  if (!chromatin) return;
  const { softUm, shrunken, loadAt } = chromatin;
  const [long, wide] = [shrunken * nucleus.long, shrunken * nucleus.wide];
  const edge = Math.max(softUm, 0.5 * pitchUm);
  const bend = (partOf(bits, 34) - 0.5) * kind.bend * long * long;
  const wave = (2 * partOf(bits, 109) - 1) * (kind.wave ?? 0) * long;
  const taper = kind.taper ?? 0;
  const corner = roundness * wide;
  const [shiftX, shiftY] = [37 * partOf(bits, 36), 41 * partOf(bits, 37)];
  const lumpy = kind.hasCell && isSmudged(nucleus) ? kind.lumpy + smudgedLumpy : kind.lumpy;
  // A dent is what a round neighbour, above or below, has left free.
  const isDented = kind.hasCell && partOf(bits, 116) < dentedShare * kind.lumpy;
  const dentUm = dentRadius * long;
  const dentSide = partOf(bits, 117) < 0.5 ? -1 : 1;
  const [dentP, dentQ] = [
    long * (partOf(bits, 118) - 0.5),
    dentSide * (dentUm + wide * (0.62 + 0.35 * partOf(bits, 119))),
  ];
  const reach = long + 2 * edge + 1;
  const field = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  const { left, right, top, bottom } = pixelsOf(field, place, within);
  for (let j = top; j < bottom; j++) {
    const dy = (row + j + 0.5) * pitchUm - y;
    for (let i = left; i < right; i++) {
      const dx = (column + i + 0.5) * pitchUm - x;
      const p = (dx * cos + dy * sin) / long;
      const breadth = taper > 0 ? wide * (1 - taper * Math.min(1, p * p)) : wide;
      const winds = bend * (p * p - 0.3) + wave * p * (p * p - 0.6);
      const q = (dy * cos - dx * sin - winds) / breadth;
      const r2 = p * p + q * q;
      if (r2 > 6) continue;
      const lump = 1 + lumpy * textureAt(smoothTexture, shiftX + p * 0.8, shiftY + q * 0.8);
      const r = Math.sqrt(r2) / lump;
      // About the distance from the outline: the ellipse's level over its slope.
      const slope = Math.sqrt((p / long) * (p / long) + (q / breadth) * (q / breadth));
      let inside = r > 0.05 ? ((1 - r) * r) / Math.max(slope, 1e-6) : breadth;
      if (isDented) {
        const [u, v] = [p * long - dentP, q * wide - dentQ];
        inside = rounded(inside, Math.sqrt(u * u + v * v) - dentUm, corner);
      }
      if (flats)
        for (let n = 0; n < flats.length; n += 3) {
          const off =
            (flats[n + 2] as number) * lump -
            dx * (flats[n] as number) -
            dy * (flats[n + 1] as number);
          inside = rounded(inside, off, corner);
        }
      const cover = smoothStep(-edge, edge, inside);
      if (cover <= 0) continue;
      const load = clamp(loadAt(dx, dy, p, q, inside), 0, 2.4);
      const at = j * loads.widthPx + i;
      const before = haematoxylin[at] as number;
      haematoxylin[at] = before + cover * (load - hides * before);
      // Chromatin takes some eosin too: dense nuclei are violet, not slate.
      eosin[at] = (eosin[at] as number) * (1 - 0.6 * cover) + cover * (0.14 + 0.2 * load);
      orange[at] = (orange[at] as number) * (1 - 0.8 * cover);
    }
  }
}

/** The lesser of two distances within sides, round where the sides meet. */
function rounded(a: number, b: number, corner: number): number {
  const near = corner - Math.abs(a - b);
  return Math.min(a, b) - (near > 0 ? (near * near) / (4 * corner) : 0);
}
