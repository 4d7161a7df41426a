import {
  contoursOf,
  coverOf,
  inBody,
  type MineralField,
  moved,
  openSolid,
  outOf,
  type Speck,
} from '../../phantom/index.ts';
import { type Field, fieldAround, slidePoint } from '../frame.ts';
import { outlineAreaUm2, type Outline } from './outline.ts';
import type { Piece } from './piece.ts';

/** A speck where the plane of a section cuts it. */
export interface CutSpeck {
  readonly speck: Speck;
  readonly piece: Piece;
  readonly reach: Field;
  /** Its outlines in this section, gaps the other way round. */
  readonly outlines: readonly Outline[];
  /** Area of the mineral's outline in this section, gaps taken off. */
  readonly areaUm2: number;
  /** The part of the tissue at a place on the slide that is mineral, 0 to 1. */
  mineralAt(xUm: number, yUm: number): number;
}

/** The profile of a speck is looked at in so many places across, about. */
const acrossAbout = 96;

/**
 * Cuts a speck with the plane of a piece: the profile of its solid at that depth, as far as this core
 * took it. Null where the plane meets no mineral: a speck is seen only where it is really cut.
 */
export function cutSpeck(speck: Speck, piece: Piece): CutSpeck | null {
  const discs = coverOf(speck.solid).flatMap(({ at, radiusMm }) => {
    const [x, y, below] = piece.onSlide(moved(speck.at, outOf(speck.axes, at)));
    const square = 1e6 * radiusMm * radiusMm - below * below;
    return square > 0 ? [{ x, y, radius: Math.sqrt(square) }] : [];
  });
  const reach = fieldAround(discs);
  if (!reach) return null;
  const mineralAt = openMineral(speck, piece, openSolid(speck.solid));
  const outlines = profileOf(reach, discs, mineralAt);
  if (outlines.length === 0) return null;
  const areaUm2 = outlines.reduce((sum, outline) => sum + outlineAreaUm2(outline), 0);
  return { speck, piece, reach, outlines, areaUm2, mineralAt };
}

const openMineral =
  (speck: Speck, piece: Piece, field: MineralField) =>
  (xUm: number, yUm: number): number => {
    const place = slidePoint(xUm, yUm);
    if (!piece.holds(place)) return 0;
    return field(inBody(speck, piece.toBreast(place)));
  };

/** Outlines of where there is any mineral, on a lattice of whole multiples of a power of two. */
function profileOf(
  reach: Field,
  discs: readonly { x: number; y: number; radius: number }[],
  mineralAt: (xUm: number, yUm: number) => number,
): Outline[] {
  const widest = Math.max(reach.right - reach.left, reach.bottom - reach.top);
  let pitchUm = 0.5;
  while (pitchUm * acrossAbout < widest && pitchUm < 16) pitchUm *= 2;
  const first = { x: Math.floor(reach.left / pitchUm), y: Math.floor(reach.top / pitchUm) };
  const columns = Math.ceil(reach.right / pitchUm) - first.x + 1;
  const rows = Math.ceil(reach.bottom / pitchUm) - first.y + 1;
  const values = new Float64Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    const y = (first.y + row) * pitchUm;
    const level = discs.filter((disc) => Math.abs(disc.y - y) < disc.radius);
    for (let column = 0; column < columns; column++, at++) {
      const x = (first.x + column) * pitchUm;
      const near = level.some((disc) => Math.abs(disc.x - x) < disc.radius);
      if (near && mineralAt(x, y) > 0) values[at] = 1;
    }
  }
  return contoursOf({ columns, rows, values }, 0.5).map((contour) =>
    contour.map(([x, y]) => [(first.x + x) * pitchUm, (first.y + y) * pitchUm] as const),
  );
}
