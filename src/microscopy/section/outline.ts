import { contoursOf } from '../../phantom/index.ts';
import { slidePoint } from '../frame.ts';
import type { Piece } from './piece.ts';

/** A closed line on the slide, in micrometres; the last point is not the first. */
export type Outline = readonly (readonly [xUm: number, yUm: number])[];

/** Distance of the places that are looked at; the finest bumps of a torn surface are twice as long. */
const pitchUm = 64;

/**
 * The outlines of a piece on the slide: one for each fragment that the plane leaves, clockwise on the
 * screen, and one the other way round for each gap. They are drawn with the field of the piece itself,
 * so that what is within an outline is what `insideUm` calls inside, to a tenth of the pitch.
 */
export function outlinesOf({ reach, insideUm }: Piece): Outline[] {
  const first = { x: Math.floor(reach.left / pitchUm), y: Math.floor(reach.top / pitchUm) };
  const columns = Math.ceil(reach.right / pitchUm) - first.x + 1;
  const rows = Math.ceil(reach.bottom / pitchUm) - first.y + 1;
  const values = new Float64Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const place = slidePoint((first.x + column) * pitchUm, (first.y + row) * pitchUm);
      values[at] = insideUm(place);
    }
  }
  return contoursOf({ columns, rows, values }, 0).map((contour) =>
    contour.map(([x, y]) => [(first.x + x) * pitchUm, (first.y + y) * pitchUm] as const),
  );
}

/** Area within an outline; negative for one that runs the other way round. */
export function outlineAreaUm2(outline: Outline): number {
  let twice = 0;
  outline.forEach(([x, y], n) => {
    const [toX, toY] = outline[(n + 1) % outline.length] as Outline[number];
    twice += x * toY - toX * y;
  });
  return twice / 2;
}
