import type { Compression, Phantom } from '../../phantom/index.ts';
import { type Frame, pixelAt } from '../raster.ts';
import type { Matrix } from '../views.ts';

/**
 * Lays a detector under the pressed breast: its edge at the chest wall, its middle at the middle of
 * the breast. From above and from the side the plates do not reach behind the edge of the muscle.
 */
export function contactField(
  phantom: Phantom,
  compression: Compression,
  { widthPx, heightPx }: Matrix,
  pitchUm: number,
): Frame {
  const vs = compression
    .outline(400)
    .filter(([u]) => u >= 0)
    .map(([, v]) => v);
  const middle = (Math.min(...vs) + Math.max(...vs)) / 2;
  const { restMm, riseMm } = phantom.anatomy.pectoral;
  const heightMm = (heightPx * pitchUm) / 1000;
  if (compression.position.view === 'mlo') {
    // The armpit runs out of the picture at the top.
    return frameAbout(0, Math.max(...vs) - armpitMm - heightMm / 2, { widthPx, heightPx }, pitchUm);
  }
  const edgeMm = Math.max(0, restMm + 0.9 * riseMm);
  return frameAbout(edgeMm, middle, { widthPx, heightPx }, pitchUm);
}

/** How much of the upper end of an oblique view lies outside the picture. */
const armpitMm = 16;

/** Tells whether the breast of a view, from the chest wall on, lies on a detector as a whole. */
export function fits(
  compression: Compression,
  { widthPx, heightPx }: Matrix,
  pitchUm: number,
): boolean {
  const outline = compression.outline(400).filter(([u]) => u >= 0);
  const vs = outline.map(([, v]) => v);
  const marginMm = 6;
  const high = Math.max(...vs) - Math.min(...vs) + marginMm;
  const wide = Math.max(...outline.map(([u]) => u)) + marginMm;
  return (wide * 1000) / pitchUm <= widthPx && (high * 1000) / pitchUm <= heightPx;
}

/**
 * Lays a small field about the calcifications; it does not reach behind the chest edge. Where none lies
 * in their middle, as with two arteries, it goes to the one nearest to it.
 */
export function lesionField(
  phantom: Phantom,
  compression: Compression,
  matrix: Matrix,
  pitchUm: number,
): Frame {
  const middle = compression.compress(phantom.lesion.at);
  const about = ([u, v]: readonly [number, number, number]): Frame =>
    frameAbout(Math.max(u - (matrix.widthPx * pitchUm) / 2000, 0), v, matrix, pitchUm);
  const frame = about(middle);
  const places = phantom.specks.map(({ at }) => compression.compress(at));
  const held = places.some((place) => {
    const [column, row] = pixelAt(frame, [place[0], place[1]]);
    return column >= 0 && row >= 0 && column < matrix.widthPx && row < matrix.heightPx;
  });
  if (held) return frame;
  const away = ([u, v]: readonly [number, number, number]) =>
    (u - middle[0]) * (u - middle[0]) + (v - middle[1]) * (v - middle[1]);
  const [nearest] = places.sort((a, b) => away(a) - away(b));
  return nearest ? about(nearest) : frame;
}

/** How much air in front of the breast is computed: from farther off nothing reaches back into it. */
const airMm = 28;

/** The part of a frame that holds the breast and a little air in front of it; all the rest is air. */
export function breastField(compression: Compression, frame: Frame): Frame {
  const frontMm = Math.max(...compression.outline(400).map(([u]) => u));
  const held = Math.ceil(((frontMm + airMm - frame.originMm[0]) * 1000) / frame.pitchUm);
  return { ...frame, widthPx: Math.min(frame.widthPx, held) };
}

/** A frame whose left edge lies at `leftMm` and whose middle row at `middleMm`. */
function frameAbout(leftMm: number, middleMm: number, matrix: Matrix, pitchUm: number): Frame {
  const { widthPx, heightPx } = matrix;
  return { widthPx, heightPx, pitchUm, originMm: [leftMm, middleMm + (heightPx * pitchUm) / 2000] };
}
