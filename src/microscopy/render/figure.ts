import { cosine, pi, sine, smoothStep } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { type Part, pixelsOf } from './part.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';

/** A drop of something, about the middle of its cell: half axes and its direction. */
interface Drop {
  readonly x: number;
  readonly y: number;
  readonly long: number;
  readonly wide: number;
  readonly cos: number;
  readonly sin: number;
  readonly haematoxylin: number;
  readonly eosin: number;
  readonly orange: number;
  /** How soft its edge is, and how much of what lies there it takes away. */
  readonly softUm: number;
  readonly covers: number;
  readonly ragged: number;
}

/** Draws what is no plain nucleus: a cell that divides, one that has died alone, a bleb. */
export function inkFigure(nucleus: Nucleus, loads: Loads, place: PixelPlace, within: Part): void {
  const drops = nucleus.event
    ? nucleus.event === 'mitosis'
      ? mitosis(nucleus)
      : apoptosis(nucleus)
    : bleb(nucleus);
  for (const drop of drops) layDrop(drop, nucleus, loads, place, within);
}

const plain = { eosin: 0.1, orange: 0, softUm: 0.45, covers: 0.6, ragged: 0.3 };

/** Chromosomes without a membrane in a pale cell: a plate, two plates that part, or a loose knot. */
function mitosis({ x, y, cos, sin, bits, long }: Nucleus): Drop[] {
  const size = 0.8 * Math.max(5.5, long);
  const cell = { x, y, long: 1.25 * size, wide: 1.15 * size, cos, sin, softUm: 2.6, ragged: 0.08 };
  const pale: Drop = { ...cell, haematoxylin: 0.1, eosin: 0.27, orange: 0, covers: 0.85 };
  const plate = (off: number, wide: number, length: number): Drop => ({
    ...plain,
    x: x - off * sin,
    y: y + off * cos,
    long: length,
    wide,
    cos,
    sin,
    haematoxylin: 1.85,
  });
  const stage = partOf(bits, 51);
  if (stage < 0.5) return [pale, plate(0, 0.26 * size, 0.85 * size)];
  if (stage < 0.72)
    return [
      pale,
      plate(-0.45 * size, 0.2 * size, 0.72 * size),
      plate(0.45 * size, 0.2 * size, 0.72 * size),
    ];
  const knot = [0, 1, 2, 3, 4].map((n) => {
    const [a, r] = [2 * pi * partOf(bits, 52 + n), 0.4 * size * partOf(bits, 58 + n)];
    const drop = plate(0, 0.2 * size, 0.34 * size);
    const [c, s] = [cosine(2 * a), sine(2 * a)];
    return { ...drop, x: x + r * cosine(a), y: y + r * sine(a), cos: c, sin: s };
  });
  return [pale, ...knot];
}

/** A shrunken cell: a clear ring, dense pink cytoplasm, and round crumbs of nucleus. */
function apoptosis({ x, y, cos, sin, bits }: Nucleus): Drop[] {
  const size = 3.4 + 1.4 * partOf(bits, 51);
  const slender = 0.6 + 0.3 * partOf(bits, 93);
  const round = { x, y, cos, sin, ragged: 0.16 };
  const ring: Drop = {
    ...round,
    long: size + 1.2,
    wide: slender * size + 1.1,
    haematoxylin: 0,
    eosin: 0.06,
    orange: 0,
    softUm: 1.1,
    covers: 0.7,
  };
  const body: Drop = {
    ...ring,
    long: size,
    wide: slender * size,
    haematoxylin: 0.16,
    eosin: 0.72,
    orange: 0.08,
    covers: 1,
  };
  const crumbs = Array.from({ length: 1 + Math.floor(4 * partOf(bits, 52)) }, (_, n): Drop => {
    const [a, r] = [2 * pi * partOf(bits, 53 + n), 0.55 * size * partOf(bits, 63 + n)];
    const radius = 0.8 + 1.1 * partOf(bits, 73 + n);
    return {
      ...plain,
      x: x + r * cosine(a),
      y: y + r * sine(a),
      long: radius,
      wide: 0.85 * radius,
      cos,
      sin,
      haematoxylin: 1.9,
      ragged: 0.05,
    };
  });
  return [ring, body, ...crumbs];
}

/** Cytoplasm that stands out into the lumen. */
function bleb({ x, y, long, wide, cos, sin }: Nucleus): Drop[] {
  const body = { x, y, long, wide, cos, sin, softUm: 0.8, covers: 0.8, ragged: 0.05 };
  return [{ ...body, haematoxylin: 0.1, eosin: 0.4, orange: 0 }];
}

function layDrop(
  drop: Drop,
  { bits, depth }: Nucleus,
  loads: Loads,
  { column, row, pitchUm }: PixelPlace,
  within: Part,
): void {
  const { x, y, long, wide, cos, sin, ragged } = drop;
  const { haematoxylin, eosin, orange } = loads.dyes;
  const edge = Math.max(drop.softUm, 0.5 * pitchUm);
  const reach = long * (1 + 2 * ragged) + edge + 1;
  const field = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  const { left, right, top, bottom } = pixelsOf(field, { column, row, pitchUm }, within);
  const shift = 53 * partOf(bits, 90);
  for (let j = top; j < bottom; j++) {
    const dy = (row + j + 0.5) * pitchUm - y;
    for (let i = left; i < right; i++) {
      const dx = (column + i + 0.5) * pitchUm - x;
      const p = (dx * cos + dy * sin) / long;
      const q = (dy * cos - dx * sin) / wide;
      const lump = 1 + ragged * textureAt(smoothTexture, shift + dx / 1.9, shift + dy / 1.9);
      const r = Math.sqrt(p * p + q * q) / lump;
      const slope = Math.sqrt((p / long) * (p / long) + (q / wide) * (q / wide));
      const inside = r > 0.05 ? ((1 - r) * r) / Math.max(slope, 1e-6) : wide;
      const cover = smoothStep(-edge, edge, inside) * depth;
      if (cover <= 0) continue;
      const at = j * loads.widthPx + i;
      const grain = 1 + 0.12 * textureAt(fineTexture, shift + dx / 1.6, dy / 1.6);
      const lay = (plane: Float32Array, load: number) => {
        const before = plane[at] as number;
        plane[at] = before + cover * (load * grain - drop.covers * before);
      };
      lay(haematoxylin, drop.haematoxylin);
      lay(eosin, drop.eosin);
      lay(orange, drop.orange);
    }
  }
}
