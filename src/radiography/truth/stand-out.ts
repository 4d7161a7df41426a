import type { Projection } from '../projection/projection.ts';
import type { Shadow } from '../projection/shadow.ts';
import type { GreyRaster } from '../raster.ts';
import { edgePart, type Silhouette } from './silhouette.ts';

/** Width of the ring about a speck that it is compared with, and its distance: `contrastToNoise`. */
const ringMm = 0.5;
const leastGapMm = 0.25;
const leastRadiusMm = 0.45;
/** A ring of fewer pixels says nothing. */
const leastRingPx = 30;
/** Tissue much thinner than that about the speck says nothing either. */
const leastTissuePart = 0.75;

/**
 * How far a speck stands out of its surroundings in the finished picture, noise and tissue together:
 * the mean of 3 × 3 pixels where its shadow is deepest, less the median of a ring about it, over the
 * ring's spread (1.4826 times its median absolute deviation). It is `contrastToNoise`, with two
 * differences that need the truth: it looks where the speck is instead of for the brightest place, so
 * that what cannot be seen comes out about 0; and the ring follows the shape of the speck and leaves out
 * other specks. Of a core, whose edges are soon reached, those parts of the ring count that are hardly
 * thinner than where the speck lies. Null where too little of the ring lies in the object.
 */
export function standOut(
  image: GreyRaster,
  { deepest: [column, row], diameterPx }: Silhouette,
  own: readonly Shadow[],
  others: readonly Shadow[],
  tissueMm: Projection['tissueMm'] = () => 1,
): number | null {
  const { widthPx, heightPx, pixels } = image;
  const pitchMm = image.pitchUm / 1000;
  const gap = Math.max(leastGapMm / pitchMm, leastRadiusMm / pitchMm - diameterPx / 2);
  const reach = gap + ringMm / pitchMm;
  const left = Math.max(0, Math.floor(Math.min(...own.map((each) => each.left)) - reach));
  const top = Math.max(0, Math.floor(Math.min(...own.map((each) => each.top)) - reach));
  const right = Math.min(
    widthPx,
    Math.ceil(Math.max(...own.map((each) => each.left + each.widthPx)) + reach),
  );
  const bottom = Math.min(
    heightPx,
    Math.ceil(Math.max(...own.map((each) => each.top + each.heightPx)) + reach),
  );
  const box = { left, top, columns: right - left, rows: bottom - top };
  const off = distancesTo(own, box);
  const taken = new Uint8Array(off.length);
  for (const other of others) mark(other, box, edgePart / 3, (at) => (taken[at] = 1));
  const leastMm = leastTissuePart * tissueMm(column, row);
  const ring: number[] = [];
  for (let at = 0; at < off.length; at++) {
    const distance = off[at] as number;
    if (distance < gap || distance > reach || taken[at]) continue;
    const [x, y] = [left + (at % box.columns), top + Math.floor(at / box.columns)];
    const grey = pixels[y * widthPx + x] as number;
    if (grey > 0 && tissueMm(x, y) >= leastMm) ring.push(grey);
  }
  if (ring.length < leastRingPx) return null;
  let [sum, count] = [0, 0];
  for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, heightPx - 1); y++) {
    for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, widthPx - 1); x++) {
      sum += pixels[y * widthPx + x] as number;
      count++;
    }
  }
  const level = median(ring);
  const spread = 1.4826 * median(ring.map((grey) => Math.abs(grey - level)));
  return spread > 0 ? (sum / count - level) / spread : null;
}

/** A rectangle of the image, and as many values row by row. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** Calls for each pixel of a box at which a shadow is deeper than a part of its deepest path. */
function mark(shadow: Shadow, box: Box, part: number, to: (at: number) => void): void {
  const { left, top, widthPx, heightPx, pathMm } = shadow;
  const fromX = Math.max(left, box.left);
  const toX = Math.min(left + widthPx, box.left + box.columns);
  const fromY = Math.max(top, box.top);
  const toY = Math.min(top + heightPx, box.top + box.rows);
  if (fromX >= toX || fromY >= toY) return;
  const least = part * pathMm.reduce((a, b) => (a > b ? a : b), 0);
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      if ((pathMm[(y - top) * widthPx + x - left] as number) > least)
        to((y - box.top) * box.columns + x - box.left);
    }
  }
}

/** Distance of each pixel of a box from the nearest pixel of shadows: chamfer steps of 1 and √2. */
function distancesTo(shadows: readonly Shadow[], box: Box): Float32Array {
  const { columns, rows } = box;
  const off = new Float32Array(columns * rows).fill(1e6);
  for (const shadow of shadows) mark(shadow, box, edgePart, (at) => (off[at] = 0));
  // There and back; each looks at the neighbours that it has passed already.
  for (let y = 0; y < rows; y++) spreadAlong(off, columns, y, y - 1, 1);
  for (let y = rows - 1; y >= 0; y--) spreadAlong(off, columns, y, y + 1 < rows ? y + 1 : -1, -1);
  return off;
}

/** Spreads distances over a row, from its beginning or its end, and from the row before, -1 where there is none. */
function spreadAlong(
  off: Float32Array,
  columns: number,
  row: number,
  before: number,
  step: 1 | -1,
): void {
  const first = step === 1 ? 0 : columns - 1;
  for (let n = 0, x = first; n < columns; n++, x += step) {
    const at = row * columns + x;
    let least = off[at] as number;
    if (n > 0) least = Math.min(least, (off[at - step] as number) + 1);
    if (before >= 0) {
      const beside = before * columns + x;
      if (n > 0) least = Math.min(least, (off[beside - step] as number) + Math.SQRT2);
      least = Math.min(least, (off[beside] as number) + 1);
      if (n < columns - 1) least = Math.min(least, (off[beside + step] as number) + Math.SQRT2);
    }
    off[at] = least;
  }
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] as number;
}
