import { openDraw, smoothStep } from '../../phantom/index.ts';
import { normalNuclei, type NucleusKind, type Size } from '../cell/nucleus-kind.ts';
import { type Grid, gridAt } from './grid.ts';
import { moulded } from './moulding.ts';
import { partOf, type Place, placesIn } from './placing.ts';
import { fineTexture, smoothTexture, textureAt } from './texture.ts';
import { fibresAt, liningAt, stromaOf, type Tissue } from './tissue.ts';

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
  /** Set where the cell divides or has died alone. */
  readonly event?: 'mitosis' | 'apoptosis';
  /** Sides on which it is flat against a neighbour, three numbers each: a direction and how far off. */
  readonly flats?: readonly number[];
  readonly bits: number;
}

/** Half the greatest length of a nucleus. */
export const longestUm = 11;

/** The nuclei of a tissue, those that reach into its field from beside included. */
export function nucleiIn(tissue: Tissue, seed: number): Nucleus[] {
  return [...moulded(liningCells(tissue, seed)), ...stromalCells(tissue, seed)];
}

/** How far within the edge of the tissue cells stand. */
const withinUm = 5;

/** The cells of each lining, layer by layer. */
function liningCells(tissue: Tissue, seed: number): Nucleus[] {
  const { reach, edge, gland, lumen, linings } = tissue;
  const seeds = openDraw(seed, 'linings');
  return linings.flatMap((lining) =>
    lining.layers.flatMap((layer, n) => {
      const { nucleus, insideUm, lumenUm, share, stands } = layer;
      const own = seeds.branch(`${lining.name} ${n}`).seed();
      return placesIn(reach, own, layer.spacingUm, layer.rounds, (x, y, bits) => {
        const inside = gridAt(gland, x, y);
        if (inside < insideUm[0] || inside > insideUm[1] || partOf(bits, 9) > share) return false;
        if (layer.clumped && !isPatch(layer.clumped, x, y)) return false;
        const free = gridAt(lumen, x, y);
        if (free < lumenUm[0] || free > lumenUm[1]) return false;
        return liningAt(tissue, x, y) === lining && gridAt(edge, x, y) > withinUm;
      }).map((at) => {
        const isNearLumen = stands === 'to-lumen' && gridAt(lumen, at.x, at.y) > -14;
        const lines = isNearLumen ? lumen : gland;
        const event = eventOf(at.bits, layer.mitoses ?? 0, layer.apoptoses ?? 0);
        const found = oriented(at, nucleus, lines, stands !== 'flat', stands === 'any');
        return event ? { ...found, event } : found;
      });
    }),
  );
}

function eventOf(bits: number, mitoses: number, apoptoses: number): Nucleus['event'] {
  const drawn = partOf(bits, 50);
  if (drawn < mitoses) return 'mitosis';
  return drawn < mitoses + apoptoses ? 'apoptosis' : undefined;
}

/** Patches in which things lie that keep together. */
export const isPatch = (clumped: number, x: number, y: number): boolean =>
  textureAt(fineTexture, x / 32 + 5, y / 32 + 11) > clumped * 1.4 - 1;

/** Distances that cells of the stroma keep of each other, in micrometres. */
export const fibroblastSpacing = 15;
export const lymphocyteSpacing = 6.4;

/** Of the places for a fibroblast, the part that has one. */
export function fibroblastShare(tissue: Tissue, x: number, y: number): number {
  const share = stromaOf(tissue, x, y).fibroblasts;
  const crowd = textureAt(smoothTexture, x / 90, y / 90);
  // They lie in the clefts between bundles: several along one, and then none.
  const cleft = textureAt(
    smoothTexture,
    gridAt(tissue.along, x, y) / 70 + 2,
    gridAt(tissue.across, x, y) / 13,
  );
  return share * Math.max(0, 1 + 0.4 * crowd + 0.9 * cleft);
}

/** Of the places for a lymphocyte, the part that has one: strewn, and in cuffs. */
export function lymphocyteShare(tissue: Tissue, x: number, y: number): number {
  const crowd = textureAt(smoothTexture, x / 120 + 31, y / 120);
  const share = stromaOf(tissue, x, y).lymphocytes;
  return 0.4 * share * (1 + 10 * Math.max(0, crowd - 0.3)) + cuffAt(tissue, x, y);
}

function stromalCells(tissue: Tissue, seed: number): Nucleus[] {
  const { reach, edge, gland, fat } = tissue;
  const isStroma = (x: number, y: number) =>
    gridAt(edge, x, y) > withinUm && gridAt(gland, x, y) < -4 && gridAt(fat, x, y) < -1;
  const fibroblasts = placesIn(
    reach,
    seed + 3,
    fibroblastSpacing,
    1,
    (x, y, bits) => partOf(bits, 9) < fibroblastShare(tissue, x, y) && isStroma(x, y),
  );
  const lymphocytes = placesIn(
    reach,
    seed + 4,
    lymphocyteSpacing,
    2,
    (x, y, bits) => partOf(bits, 9) < lymphocyteShare(tissue, x, y) && isStroma(x, y),
  );
  return [
    ...fibroblasts.map((at) => oriented(at, normalNuclei.fibroblast, fibresAt(tissue, at.x, at.y))),
    ...lymphocytes.map((at) => oriented(at, normalNuclei.lymphocyte, gland)),
  ];
}

/** How wide a cuff of lymphocytes is. */
const cuffUm = 60;

/** How many lymphocytes a lining draws about itself, in clusters. */
function cuffAt(tissue: Tissue, x: number, y: number): number {
  const off = -gridAt(tissue.gland, x, y);
  if (off > cuffUm) return 0;
  const wanted = liningAt(tissue, x, y)?.around.lymphocytes ?? 0;
  if (wanted === 0) return 0;
  const crowd = textureAt(fineTexture, x / 75 + 9, y / 75) - 0.6 * (off / cuffUm);
  return wanted * smoothStep(0.1, 1.1, crowd);
}

/**
 * A nucleus that lies along the lines of a field, as most do, more or less; upright ones stand across
 * them, as cells on a basement membrane do.
 */
function oriented(
  place: Place,
  kind: NucleusKind,
  field: Grid,
  upright = false,
  anyWay = false,
): Nucleus {
  const { x, y } = place;
  const step = 4;
  const dx = gridAt(field, x + step, y) - gridAt(field, x - step, y);
  const dy = gridAt(field, x, y + step) - gridAt(field, x, y - step);
  if (anyWay || (dx === 0 && dy === 0)) return nucleusOf(place, kind);
  return upright ? nucleusOf(place, kind, dx, dy) : nucleusOf(place, kind, -dy, dx);
}

/** A nucleus of a kind at a place, along a direction; any way, if none is given. */
export function nucleusOf(
  { x, y, bits }: Place,
  kind: NucleusKind,
  alongX = partOf(bits, 7) - 0.5,
  alongY = partOf(bits, 8) - 0.5,
): Nucleus {
  const astray = kind.astray * spread(bits, 5);
  const [a, b] = [alongX - astray * alongY, alongY + astray * alongX];
  const length = Math.sqrt(a * a + b * b) + 1e-12;
  // Off its middle a nucleus is cut smaller.
  const off = partOf(bits, 6);
  const cut = Math.sqrt(1 - 0.75 * off * off);
  const sized = ([mean, deviation]: Size, n: number, least: number) =>
    Math.min(longestUm - 0.01, Math.max(least, (mean + deviation * spread(bits, n)) * cut));
  return {
    kind,
    x,
    y,
    long: sized(kind.long, 3, 1.2),
    wide: sized(kind.wide, 4, 0.6),
    cos: a / length,
    sin: b / length,
    depth: 1 - 0.55 * off * off * off,
    bits,
  };
}

/** A number about 0, nearly normal, with a deviation of about 1. */
const spread = (bits: number, n: number): number =>
  (partOf(bits, 3 * n + 20) + partOf(bits, 3 * n + 21) + partOf(bits, 3 * n + 22) - 1.5) * 2;
