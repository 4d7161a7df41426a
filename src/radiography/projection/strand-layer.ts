import type { MaterialId } from '../attenuation.ts';
import type { Frame } from '../raster.ts';
import { meanChord, softChord } from './chord.ts';

/** A straight piece of a strand: column, row and radius of both ends, and the length of a ray in it per chord. */
export const pieceFields = 7;

/**
 * Thin things drawn on an image pixel by pixel: ducts, vessels, ligaments, filaments. Of the last there
 * are thousands, so all lie in one list; lengths are in pixels.
 */
export interface StrandLayer {
  /**
   * Adds a strand of so many `pieces`, each of `pieceFields` numbers. Of its volume `filling` is its
   * material; the rest is like what lies around. A `soft` one thins out towards its edge.
   */
  add(
    material: MaterialId,
    filling: number,
    pieces: ArrayLike<number>,
    count: number,
    soft?: boolean,
  ): void;
  /**
   * Adds the paths in millimetres through all strands to rows of an image. Within one strand the longest
   * path counts, so that its pieces join without a seam.
   */
  draw(firstRow: number, rows: number, pathOf: (material: MaterialId) => Float32Array): void;
}

/** Opens an empty layer over a frame. */
export function openStrandLayer({ widthPx, heightPx, pitchUm }: Frame): StrandLayer {
  const strands: { material: MaterialId; filling: number; end: number; soft: boolean }[] = [];
  /** First and last row that each strand can touch. */
  let spans = new Int32Array(1 << 10);
  let all = new Float32Array(1 << 12);
  let end = 0;
  // The longest path so far in each pixel of a block, and the pixels that have one.
  let longest = new Float32Array(0);
  let touched = new Int32Array(0);

  /** Draws a piece on a block of rows; `count` pixels were touched before, the answer is how many then. */
  const drawPiece = (
    piece: number,
    soft: boolean,
    firstRow: number,
    rows: number,
    before: number,
  ): number => {
    const ax = all[piece] as number;
    const ay = all[piece + 1] as number;
    const ar = all[piece + 2] as number;
    const dx = (all[piece + 3] as number) - ax;
    const dy = (all[piece + 4] as number) - ay;
    const dr = (all[piece + 5] as number) - ar;
    const slant = all[piece + 6] as number;
    const reach = (dr > 0 ? ar + dr : ar) + 0.5;
    const top = Math.max(firstRow, Math.ceil((dy < 0 ? ay + dy : ay) - reach));
    const bottom = Math.min(firstRow + rows - 1, Math.floor((dy < 0 ? ay : ay + dy) + reach));
    if (top > bottom) return before;
    const left = Math.max(0, Math.ceil((dx < 0 ? ax + dx : ax) - reach));
    const right = Math.min(widthPx - 1, Math.floor((dx < 0 ? ax : ax + dx) + reach));
    const square = dx * dx + dy * dy + 1e-12;
    const perSquare = 1 / square;
    // How far along a row the piece goes on by rows, and how wide it is along a row.
    const steep = dy > 0.05 || dy < -0.05;
    const lean = steep ? dx / dy : 0;
    const wide = steep ? (reach * Math.sqrt(square)) / (dy < 0 ? -dy : dy) : 0;
    let count = before;
    for (let y = top; y <= bottom; y++) {
      const py = y - ay;
      const middle = ax + py * lean;
      const from = steep ? Math.max(left, Math.ceil(middle - wide)) : left;
      const to = steep ? Math.min(right, Math.floor(middle + wide)) : right;
      const row = (y - firstRow) * widthPx;
      for (let x = from; x <= to; x++) {
        const px = x - ax;
        const along = (px * dx + py * dy) * perSquare;
        const t = along < 0 ? 0 : along > 1 ? 1 : along;
        const ex = px - t * dx;
        const ey = py - t * dy;
        const radius = ar + dr * t;
        const offSquare = ex * ex + ey * ey;
        const edge = radius + 0.5;
        if (offSquare >= edge * edge) continue;
        const off = Math.sqrt(offSquare);
        // Called by name: a function handed over would be called anew for each pixel.
        const path = (soft ? softChord(off, radius) : meanChord(off, radius)) * slant;
        const known = longest[row + x] as number;
        if (path <= known) continue;
        if (known === 0) touched[count++] = row + x;
        longest[row + x] = path;
      }
    }
    return count;
  };

  return {
    add(material, filling, pieces, count, soft = false) {
      let [first, last] = [Infinity, -Infinity];
      const start = end;
      if (end + count * pieceFields > all.length) all = larger(all, end + count * pieceFields);
      for (let piece = 0; piece < count * pieceFields; piece += pieceFields) {
        const reach = Math.max(pieces[piece + 2] as number, pieces[piece + 5] as number) + 0.5;
        const [ax, bx] = [pieces[piece] as number, pieces[piece + 3] as number];
        const [ay, by] = [pieces[piece + 1] as number, pieces[piece + 4] as number];
        if (ax < -reach && bx < -reach) continue;
        if (ax > widthPx + reach && bx > widthPx + reach) continue;
        const top = Math.floor(Math.min(ay, by) - reach);
        const bottom = Math.ceil(Math.max(ay, by) + reach);
        if (bottom < 0 || top >= heightPx) continue;
        first = Math.min(first, top);
        last = Math.max(last, bottom);
        for (let field = 0; field < pieceFields; field++)
          all[end++] = pieces[piece + field] as number;
      }
      if (end === start) return;
      const at = strands.length * 2;
      if (at + 2 > spans.length) spans = larger(spans, at + 2);
      spans[at] = first;
      spans[at + 1] = last;
      strands.push({ material, filling, end, soft });
    },
    draw(firstRow, rows, pathOf) {
      if (longest.length < rows * widthPx) {
        longest = new Float32Array(rows * widthPx);
        touched = new Int32Array(rows * widthPx);
      }
      for (let strand = 0; strand < strands.length; strand++) {
        if ((spans[strand * 2] as number) >= firstRow + rows) continue;
        if ((spans[strand * 2 + 1] as number) < firstRow) continue;
        const { material, filling, end, soft } = strands[strand] as (typeof strands)[number];
        const start = strands[strand - 1]?.end ?? 0;
        let count = 0;
        for (let piece = start; piece < end; piece += pieceFields)
          count = drawPiece(piece, soft, firstRow, rows, count);
        const to = pathOf(material);
        const scale = (pitchUm / 1000) * filling;
        for (let n = 0; n < count; n++) {
          const at = touched[n] as number;
          to[at] = (to[at] as number) + (longest[at] as number) * scale;
          longest[at] = 0;
        }
      }
    },
  };
}

/** A copy with room for at least so many values. */
function larger<Values extends Float32Array | Int32Array>(values: Values, least: number): Values {
  const Kind = values.constructor as new (length: number) => Values;
  const copy = new Kind(Math.max(least, 2 * values.length));
  copy.set(values);
  return copy;
}
