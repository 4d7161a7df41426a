import type { Field } from '../frame.ts';
import { type Grid, gridAt } from './grid.ts';
import { partOf, type Place, placesIn } from './placing.ts';
import { smoothTexture, textureAt } from './texture.ts';
import type { Tissue } from './tissue.ts';

/** The nuclei of normal breast tissue. */
export type NucleusKind = 'luminal' | 'myoepithelial' | 'fibroblast' | 'lymphocyte';

/** A nucleus in the section: an ellipse with a bend. */
export interface Nucleus {
  readonly kind: NucleusKind;
  readonly x: number;
  readonly y: number;
  /** Half its length and half its breadth, in micrometres. */
  readonly long: number;
  readonly wide: number;
  /** The direction of its length. */
  readonly cos: number;
  readonly sin: number;
  /** How much of its thickness lies in the section: what the knife left of it. */
  readonly depth: number;
  readonly bits: number;
}

/** How nuclei of a kind are placed: how far apart, in how many rounds. */
const packing = {
  luminal: { spacingUm: 5.6, rounds: 3 },
  myoepithelial: { spacingUm: 9, rounds: 2 },
  fibroblast: { spacingUm: 15, rounds: 1 },
  lymphocyte: { spacingUm: 10, rounds: 1 },
} as const;

/** Half the greatest length of a nucleus. */
export const longestUm = 11;

/** The nuclei of a tissue in a field, those that reach into it from beside included. */
export function nucleiIn(tissue: Tissue, field: Field, seed: number): Nucleus[] {
  const { edge, gland, lumen, loose, fat } = tissue;
  const place = (
    kind: NucleusKind,
    n: number,
    allowed: (x: number, y: number, bits: number) => boolean,
  ) => placesIn(field, seed + n, packing[kind].spacingUm, packing[kind].rounds, allowed);
  const inTissue = (x: number, y: number) => gridAt(edge, x, y) > 5;
  const isStroma = (x: number, y: number) =>
    inTissue(x, y) && gridAt(gland, x, y) < -4 && gridAt(fat, x, y) < -1;
  return [
    ...place('luminal', 1, (x, y) => {
      const inside = gridAt(gland, x, y);
      return inside > 4.6 && gridAt(lumen, x, y) < -3.2 && inTissue(x, y);
    }).map((at) => oriented(at, 'luminal', gland, [3.9, 0.7], [3.2, 0.5])),
    ...place('myoepithelial', 2, (x, y) => {
      const inside = gridAt(gland, x, y);
      return inside > 1 && inside < 3 && inTissue(x, y);
    }).map((at) => oriented(at, 'myoepithelial', gland, [4.2, 1], [1.5, 0.5])),
    ...place('fibroblast', 3, (x, y, bits) => {
      const crowd = 0.26 + 0.16 * textureAt(smoothTexture, x / 90, y / 90);
      const share = gridAt(loose, x, y) > 0 ? crowd + 0.16 : crowd;
      return partOf(bits, 9) < share && isStroma(x, y);
    }).map((at) => oriented(at, 'fibroblast', tissue.across, [5.4, 2], [1.7, 0.6])),
    ...place('lymphocyte', 4, (x, y, bits) => {
      const crowd = textureAt(smoothTexture, x / 120 + 31, y / 120);
      const share = gridAt(loose, x, y) > 0 ? 0.02 + 0.2 * Math.max(0, crowd - 0.3) : 0.003;
      return partOf(bits, 9) < share && isStroma(x, y);
    }).map((at) => oriented(at, 'lymphocyte', gland, [2.9, 0.4], [2.5, 0.4])),
  ];
}

type Size = readonly [mean: number, spread: number];

/** A nucleus that lies along the lines of a field, as most do, more or less. */
function oriented(
  { x, y, bits }: Place,
  kind: NucleusKind,
  field: Grid,
  long: Size,
  wide: Size,
): Nucleus {
  const step = 4;
  const dx = gridAt(field, x + step, y) - gridAt(field, x - step, y);
  const dy = gridAt(field, x, y + step) - gridAt(field, x, y - step);
  // Luminal cells stand on the basement membrane, all others lie along it or along the fibres.
  const flat = dx === 0 && dy === 0;
  const [turnX, turnY] = [partOf(bits, 7) - 0.5, partOf(bits, 8) - 0.5];
  const [alongX, alongY] = flat ? [turnX, turnY] : kind === 'luminal' ? [dx, dy] : [-dy, dx];
  const astray = (kind === 'luminal' ? 0.9 : 0.35) * spread(bits, 5);
  const [a, b] = [alongX - astray * alongY, alongY + astray * alongX];
  const length = Math.sqrt(a * a + b * b) + 1e-12;
  // Off its middle a nucleus is cut smaller.
  const off = partOf(bits, 6);
  const cut = Math.sqrt(1 - 0.75 * off * off);
  return {
    kind,
    x,
    y,
    long: Math.max(1.2, (long[0] + long[1] * spread(bits, 3)) * cut),
    wide: Math.max(0.6, (wide[0] + wide[1] * spread(bits, 4)) * cut),
    cos: a / length,
    sin: b / length,
    depth: 1 - 0.55 * off * off * off,
    bits,
  };
}

/** A number about 0, nearly normal, with a deviation of about 1. */
const spread = (bits: number, n: number): number =>
  (partOf(bits, 3 * n + 20) + partOf(bits, 3 * n + 21) + partOf(bits, 3 * n + 22) - 1.5) * 2;
