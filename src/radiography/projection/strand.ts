import {
  type Compression,
  type Phantom,
  resampled,
  smoothStep,
  type Structure,
  structuresOf,
  type Vessel,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';
import { type Frame, pixelAt } from '../raster.ts';

/** Something thin in an image: a duct, a lobule, a vessel, a ligament; lengths in pixels. */
export interface Strand {
  readonly material: MaterialId;
  /** The part of it that is this material; the rest is like what lies around. */
  readonly filling: number;
  /** Column, row and radius of both ends of each piece, and the length of a ray in it per chord. */
  readonly pieces: Float64Array;
  /** The first pixel that it can touch and the first behind it. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const pieceFields = 7;

/** What each kind is made of, and what part of its volume that is. */
const making = {
  duct: { material: 'gland', filling: 0.4 },
  lobule: { material: 'gland', filling: 0.2 },
  artery: { material: 'blood', filling: 0.55 },
  vein: { material: 'blood', filling: 0.42 },
  ligament: { material: 'gland', filling: 0.38 },
} as const satisfies Record<Structure['kind'], { material: MaterialId; filling: number }>;

/** A ray along a strand does not run in it for longer than this many diameters. */
const longest = 3;

/**
 * The strands that show in a frame: those at least half a pixel thick. The branches of one vessel and
 * the ducts of one lobe are one strand, so that no joint is counted twice.
 */
export function strandsOf(phantom: Phantom, compression: Compression, frame: Frame): Strand[] {
  const { tree, vessels } = phantom.anatomy;
  const rootOf = (id: number): number => {
    const parent = vessels[id]?.parent ?? null;
    return parent === null ? id : rootOf(parent);
  };
  const familyOf = ({ kind, id }: Structure): string => {
    if (kind === 'duct') return `lobe ${tree.ducts[id]?.lobe}`;
    return kind === 'artery' || kind === 'vein' ? `vessel ${rootOf(id)}` : `${kind} ${id}`;
  };
  const families = new Map<string, Structure[]>();
  for (const structure of structuresOf(phantom.anatomy, frame.pitchUm / 2000)) {
    const family = families.get(familyOf(structure));
    if (family) family.push(structure);
    else families.set(familyOf(structure), [structure]);
  }
  return [...families.values()].flatMap((family) => {
    const pieces = family.flatMap((structure) =>
      piecesOf(structure, endingOf(structure, vessels), compression, frame),
    );
    const { material, filling } = making[(family[0] as Structure).kind];
    return strandOf(pieces, frame, material, filling) ?? [];
  });
}

/** The strand of these pieces; null where none of it lies in the frame. */
export function strandOf(
  pieces: readonly number[],
  frame: Frame,
  material: MaterialId,
  filling: number,
): Strand | null {
  const bounds = boundsOf(pieces, frame);
  if (bounds.left >= bounds.right || bounds.top >= bounds.bottom) return null;
  return { material, filling, pieces: Float64Array.from(pieces), ...bounds };
}

/** How wide a strand is at a part of its length, as part of its own width. */
type Ending = (t: number) => number;

const blunt: Ending = () => 1;
/** A ligament comes out of the gland and goes into the skin with no end to be seen. */
const spindle: Ending = (t) => smoothStep(0, 0.3, t) * smoothStep(1, 0.8, t);
/** A trunk that comes out of the depth shows little by little. */
const rising: Ending = (t) => smoothStep(0, 0.5, t);

function endingOf({ kind, id }: Structure, vessels: readonly Vessel[]): Ending {
  if (kind === 'ligament') return spindle;
  const trunk = (kind === 'artery' || kind === 'vein') && vessels[id]?.parent === null;
  return trunk ? rising : blunt;
}

/** The straight pieces of a course; a ball is one piece of no length. */
function piecesOf(
  structure: Structure,
  ending: Ending,
  compression: Compression,
  frame: Frame,
): number[] {
  const { fromRadiusMm, toRadiusMm } = structure;
  const pitchMm = frame.pitchUm / 1000;
  const course = resampled(structure.course, 0.8).map((point) => compression.compress(point));
  const points = course.map((point, n) => {
    const [column, row] = pixelAt(frame, [point[0], point[1]]);
    const t = n / Math.max(course.length - 1, 1);
    const radiusMm = ending(t) * (fromRadiusMm + (toRadiusMm - fromRadiusMm) * t);
    return [column, row, radiusMm / pitchMm] as const;
  });
  const first = points[0] as (typeof points)[number];
  if (points.length === 1) return [...first, ...first, 1];
  return points.slice(1).flatMap((to, n) => {
    const from = points[n] as typeof to;
    const across = Math.sqrt(
      (to[0] - from[0]) * (to[0] - from[0]) + (to[1] - from[1]) * (to[1] - from[1]),
    );
    const up = ((course[n + 1]?.[2] ?? 0) - (course[n]?.[2] ?? 0)) / pitchMm;
    const slant = Math.sqrt(across * across + up * up) / Math.max(across, 1e-6);
    return [...from, ...to, Math.min(slant, longest)];
  });
}

/** The pixels of the frame that pieces can touch. */
function boundsOf(pieces: readonly number[], { widthPx, heightPx }: Frame) {
  let [left, right, top, bottom] = [widthPx, 0, heightPx, 0];
  for (let at = 0; at < pieces.length; at += pieceFields) {
    for (const end of [at, at + 3]) {
      const [x, y, radius] = [pieces[end], pieces[end + 1], pieces[end + 2]] as [
        number,
        number,
        number,
      ];
      left = Math.min(left, Math.floor(x - radius) - 1);
      right = Math.max(right, Math.ceil(x + radius) + 2);
      top = Math.min(top, Math.floor(y - radius) - 1);
      bottom = Math.max(bottom, Math.ceil(y + radius) + 2);
    }
  }
  return {
    left: Math.max(left, 0),
    right: Math.min(right, widthPx),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, heightPx),
  };
}

/**
 * Adds the paths in millimetres through a strand to rows of an image. Within one strand the longest
 * path counts, so that its pieces join without a seam.
 */
export function addStrand(
  strand: Strand,
  { widthPx, pitchUm }: Frame,
  firstRow: number,
  rows: number,
  to: Float32Array,
  scratch: Float32Array,
): void {
  const top = Math.max(strand.top, firstRow);
  const bottom = Math.min(strand.bottom, firstRow + rows);
  if (top >= bottom) return;
  const wide = strand.right - strand.left;
  const box = scratch.subarray(0, wide * (bottom - top)).fill(0);
  const { pieces } = strand;
  for (let piece = 0; piece < pieces.length; piece += pieceFields) {
    const ax = pieces[piece] as number;
    const ay = pieces[piece + 1] as number;
    const ar = pieces[piece + 2] as number;
    const bx = pieces[piece + 3] as number;
    const by = pieces[piece + 4] as number;
    const br = pieces[piece + 5] as number;
    const slant = pieces[piece + 6] as number;
    const reach = Math.max(ar, br) + 1;
    const dx = bx - ax;
    const dy = by - ay;
    const square = dx * dx + dy * dy + 1e-12;
    const y0 = Math.max(top, Math.floor(Math.min(ay, by) - reach));
    const y1 = Math.min(bottom, Math.ceil(Math.max(ay, by) + reach) + 1);
    const x0 = Math.max(strand.left, Math.floor(Math.min(ax, bx) - reach));
    const x1 = Math.min(strand.right, Math.ceil(Math.max(ax, bx) + reach) + 1);
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const along = ((x - ax) * dx + (y - ay) * dy) / square;
        const t = along < 0 ? 0 : along > 1 ? 1 : along;
        const ex = x - ax - t * dx;
        const ey = y - ay - t * dy;
        const radius = ar + (br - ar) * t;
        const off = Math.sqrt(ex * ex + ey * ey);
        if (off > radius + 0.5) continue;
        const path = meanChord(off, radius) * slant;
        const at = (y - top) * wide + x - strand.left;
        if (path > (box[at] as number)) box[at] = path;
      }
    }
  }
  const scale = (pitchUm / 1000) * strand.filling;
  for (let y = top, at = 0; y < bottom; y++) {
    const row = (y - firstRow) * widthPx;
    for (let x = strand.left; x < strand.right; x++, at++) {
      const path = box[at] as number;
      if (path > 0) to[row + x] = (to[row + x] as number) + path * scale;
    }
  }
}

/** The chord of a round body at a distance from its axis, as the mean over a pixel. */
function meanChord(off: number, radius: number): number {
  const square = radius * radius;
  let sum = 0;
  for (let n = 0; n < 4; n++) {
    const d = off - 0.375 + n * 0.25;
    const left = square - d * d;
    if (left > 0) sum += Math.sqrt(left);
  }
  return sum / 2;
}
