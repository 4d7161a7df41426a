import {
  type Axes,
  type Compression,
  coverOf,
  inView,
  outOf,
  type Phantom,
  samplesOf,
  type Speck,
  type Vector,
} from '../../phantom/index.ts';
import { type MaterialId, materialOf } from '../attenuation.ts';
import { type Frame, pixelAt } from '../raster.ts';

/** What a speck casts on an image: the path through its mineral, on a patch of pixels. */
export interface Shadow {
  /** Id of the speck. */
  readonly id: number;
  readonly material: MaterialId;
  /** Column and row of the patch's first pixel; the patch may reach beyond the image. */
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Millimetres of mineral without pores, the mean over each pixel. */
  readonly pathMm: Float32Array;
}

/** Samples of one speck; a large one is looked at more coarsely than a pixel, as it has the time. */
const mostSamples = 8e5;
/** A slender one is looked at so often along a pixel, and no more. */
const mostPerPixel = 6;

/** The shadows of all specks that reach into a frame. */
export const shadowsOf = (phantom: Phantom, compression: Compression, frame: Frame): Shadow[] =>
  phantom.specks.flatMap((speck) => shadowOf(speck, compression, frame) ?? []);

/** The shadow of a speck in a view; none where it cannot reach into the frame. */
export function shadowOf(speck: Speck, compression: Compression, frame: Frame): Shadow | undefined {
  const { at, axes, solid } = inView(speck, compression);
  const pitchMm = frame.pitchUm / 1000;
  const reachMm = Math.max(...coverOf(solid).map((ball) => length3(ball.at) + ball.radiusMm));
  const [column, row] = pixelAt(frame, [at[0], at[1]]);
  const reach = reachMm / pitchMm + 2;
  if (column + reach < 0 || column - reach > frame.widthPx) return undefined;
  if (row + reach < 0 || row - reach > frame.heightPx) return undefined;
  const place = (point: Vector) => {
    const [du, dv] = outOf(axes, point);
    return [column + du / pitchMm, row - dv / pitchMm] as const;
  };
  return castSpeck({ ...speck, solid }, frame, place, axes);
}

/**
 * Casts the shadow of a speck: its mineral is sampled on a lattice of its own and each sample laid on
 * the pixels as a small square, so that its place is right to a part of a pixel. The whole is scaled
 * to the speck's volume of mineral, however small it is. `place` gives the column and row, with
 * fractions, of a point of the speck's body; null where that part of it is not in the picture. `axes`
 * are those that the speck lies in with respect to the picture: the lattice is laid along the rays, or
 * its rows would show as bands.
 */
export function castSpeck(
  { id, solid, mineral: kind, mineralMm3 }: Pick<Speck, 'id' | 'solid' | 'mineral' | 'mineralMm3'>,
  frame: Frame,
  place: (point: Vector) => readonly [column: number, row: number] | null,
  axes?: Axes,
): Shadow | undefined {
  const pitchMm = frame.pitchUm / 1000;
  const cover = coverOf(solid);

  const volume = cover.reduce((sum, { radiusMm }) => sum + 8 * radiusMm * radiusMm * radiusMm, 0);
  const finest = Math.min(...cover.map(({ radiusMm }) => radiusMm));
  const isWall = solid.kind === 'sheath' || solid.kind === 'shell';
  let sampleMm = isWall
    ? pitchMm * 0.8
    : Math.max(
        Math.min(pitchMm * 0.9, finest / 10),
        pitchMm / mostPerPixel,
        cubeRoot(volume / mostSamples),
      );
  let samples = samplesOf(solid, sampleMm, axes);
  // Thin plates can fall between the samples.
  for (let again = 0; samples.mineral.length < 200 && again < 3; again++) {
    sampleMm /= 2;
    samples = samplesOf(solid, sampleMm, axes);
  }
  const { points } = samples;
  const mineral = samples.mineral.map((part, n) => part * (samples.volumesMm3[n] as number));
  const count = mineral.length;
  if (count === 0) return undefined;

  const places = new Float64Array(count * 2);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let total = 0;
  let kept = 0;
  for (let n = 0; n < count; n++) {
    const part = mineral[n] as number;
    total += part;
    const at = place([
      points[n * 3] as number,
      points[n * 3 + 1] as number,
      points[n * 3 + 2] as number,
    ]);
    if (at === null) continue;
    const [x, y] = at;
    places[kept * 2] = x;
    places[kept * 2 + 1] = y;
    mineral[kept++] = part;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (kept === 0) return undefined;
  const half = Math.max(0.5, sampleMm / pitchMm) / 2;
  // The squares of coarse samples would show as steps.
  const softPx = sampleMm > 1.5 * pitchMm ? Math.max(1, Math.round(sampleMm / pitchMm / 2)) : 0;
  const x0 = Math.floor(left - half + 0.5) - softPx;
  const y0 = Math.floor(top - half + 0.5) - softPx;
  const widthPx = Math.floor(right + half + 0.5) - x0 + 1 + softPx;
  const heightPx = Math.floor(bottom + half + 0.5) - y0 + 1 + softPx;
  const sum = new Float64Array(widthPx * heightPx);
  const perSample = mineralMm3 / total / (pitchMm * pitchMm);
  for (let n = 0; n < kept; n++) {
    const x = (places[n * 2] as number) - x0 + 0.5;
    const y = (places[n * 2 + 1] as number) - y0 + 0.5;
    const share = ((mineral[n] as number) * perSample) / (4 * half * half);
    const lastRow = Math.floor(y + half);
    const lastColumn = Math.floor(x + half);
    for (let j = Math.floor(y - half); j <= lastRow; j++) {
      const high = Math.min(j + 1, y + half) - Math.max(j, y - half);
      for (let i = Math.floor(x - half); i <= lastColumn; i++) {
        const wide = Math.min(i + 1, x + half) - Math.max(i, x - half);
        const cell = j * widthPx + i;
        sum[cell] = (sum[cell] as number) + share * high * wide;
      }
    }
  }
  if (softPx > 0) {
    for (let y = 0; y < heightPx; y++) soften(sum, y * widthPx, 1, widthPx, softPx);
    for (let x = 0; x < widthPx; x++) soften(sum, x, widthPx, heightPx, softPx);
  }
  return {
    id,
    material: materialOf[kind],
    left: x0,
    top: y0,
    widthPx,
    heightPx,
    pathMm: Float32Array.from(sum),
  };
}

/** Spreads each value of a line evenly over the places up to `reach` to either side, beyond whose ends lies nothing. */
function soften(to: Float64Array, start: number, step: number, count: number, reach: number): void {
  const line = Float64Array.from({ length: count }, (_, n) => to[start + n * step] as number);
  const at = (n: number) => line[n] ?? 0;
  let sum = 0;
  for (let n = 0; n < reach; n++) sum += at(n);
  for (let n = 0; n < count; n++) {
    sum += at(n + reach) - at(n - reach - 1);
    to[start + n * step] = sum / (2 * reach + 1);
  }
}

/** Adds the part of a shadow that falls on rows of an image. */
export function addShadow(
  shadow: Shadow,
  { widthPx }: Frame,
  firstRow: number,
  rows: number,
  to: Float32Array,
): void {
  const top = Math.max(shadow.top, firstRow);
  const bottom = Math.min(shadow.top + shadow.heightPx, firstRow + rows);
  const left = Math.max(shadow.left, 0);
  const right = Math.min(shadow.left + shadow.widthPx, widthPx);
  for (let y = top; y < bottom; y++) {
    const from = (y - shadow.top) * shadow.widthPx - shadow.left;
    const row = (y - firstRow) * widthPx;
    for (let x = left; x < right; x++)
      to[row + x] = (to[row + x] as number) + (shadow.pathMm[from + x] as number);
  }
}

const length3 = (p: readonly [number, number, number]) =>
  Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);

/** The cube root of a positive number to single precision, by Newton's method. */
function cubeRoot(value: number): number {
  let root = value < 1 ? 1 : value;
  for (let round = 0; round < 60; round++) root -= (root - value / (root * root)) / 3;
  return root;
}
