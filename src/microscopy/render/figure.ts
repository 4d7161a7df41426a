import { cosine, pi, sine } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import type { Loads } from '../light/loads.ts';
import type { Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { type Drop, layDrop } from './drop.ts';
import type { Part } from './part.ts';

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
