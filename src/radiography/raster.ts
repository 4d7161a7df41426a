/**
 * The lattice of an image and where it lies. Columns run with the first axis of the plane, u, and
 * rows against the second, v: the first row is the uppermost, as on a screen.
 */
export interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance of neighbouring pixels in the plane in which lengths are measured. */
  readonly pitchUm: number;
  /** Place (u, v) of the outer corner of the first pixel of the first row. */
  readonly originMm: readonly [uMm: number, vMm: number];
}

/** Pixels row by row, one value each, with their scale and place. */
export interface Raster<Pixels extends Float32Array | Uint16Array> extends Frame {
  readonly pixels: Pixels;
}

/** An image whose values are measured quantities: thickness, quanta, nepers. */
export type FloatRaster = Raster<Float32Array>;
/** An image whose values are grey levels of 16 bits. */
export type GreyRaster = Raster<Uint16Array>;

/** An image of zeros on a frame. Throws a RangeError for a frame that no image can have. */
export function blankRaster(frame: Frame): FloatRaster {
  const { widthPx, heightPx, pitchUm, originMm } = checkedFrame(frame);
  return { widthPx, heightPx, pitchUm, originMm, pixels: new Float32Array(widthPx * heightPx) };
}

/** Place (u, v) of the centre of a pixel; fractions of a pixel are allowed. */
export function pixelCentreMm(
  frame: Frame,
  column: number,
  row: number,
): readonly [uMm: number, vMm: number] {
  const pitchMm = frame.pitchUm / 1000;
  return [frame.originMm[0] + (column + 0.5) * pitchMm, frame.originMm[1] - (row + 0.5) * pitchMm];
}

/** Column and row, with fractions, of the place (u, v): the inverse of `pixelCentreMm`. */
export function pixelAt(
  frame: Frame,
  [uMm, vMm]: readonly [number, number],
): readonly [column: number, row: number] {
  const pitchMm = frame.pitchUm / 1000;
  return [(uMm - frame.originMm[0]) / pitchMm - 0.5, (frame.originMm[1] - vMm) / pitchMm - 0.5];
}

/** The frame itself, if it can hold an image; otherwise a RangeError says why not. */
export function checkedFrame(frame: Frame): Frame {
  const { widthPx, heightPx, pitchUm } = frame;
  for (const [name, size] of [
    ['widthPx', widthPx],
    ['heightPx', heightPx],
  ] as const) {
    if (!Number.isInteger(size) || size < 1 || size > 32768) {
      throw new RangeError(
        `The ${name} of an image is a whole number from 1 to 32768, not ${size}.`,
      );
    }
  }
  if (!(pitchUm > 0 && pitchUm < Infinity))
    throw new RangeError(`The pitchUm of an image is greater than 0, not ${pitchUm}.`);
  return frame;
}

/** The picture on a wider frame of the same rows and left edge; what is added on the right is black. */
export function widenedRaster(raster: GreyRaster, frame: Frame): GreyRaster {
  const { widthPx, heightPx, pitchUm, originMm } = checkedFrame(frame);
  if (widthPx === raster.widthPx) return raster;
  const pixels = new Uint16Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const row = raster.pixels.subarray(y * raster.widthPx, (y + 1) * raster.widthPx);
    pixels.set(row, y * widthPx);
  }
  return { widthPx, heightPx, pitchUm, originMm, pixels };
}
