import type { MaterialId } from './attenuation.ts';
import type { Frame } from './raster.ts';

/**
 * What the beam crosses: for each pixel how far its rays run through each material. This is all that
 * the physics knows of an object; a phantom, a core and a test wedge all come as this.
 *
 * Rays are parallel and pitch and origin are those of the plane through the object's middle, so that
 * lengths in the image are lengths in the object.
 */
export interface Thickness {
  readonly frame: Frame;
  /** The materials that occur, in the order in which `fill` gives them. */
  readonly materials: readonly MaterialId[];
  /** Thickness of the object where it is thickest, or between the plates. It sets the energy. */
  readonly thicknessMm: number;
  /**
   * Writes the path lengths in millimetres for `rows` whole rows from `firstRow` on: one array for
   * each material, row by row, all zero on entry. A value is the mean over the area of the pixel.
   * The materials displace each other: their lengths add up to the object's thickness, of which the
   * pores of a mineral are part. For mineral with pores give the length of pore-free crystal.
   *
   * A pixel must come out the same, to the last bit, whatever block of rows it is asked for with.
   *
   * Where an object knows from which column on a row is nothing but air, to the end of the row, it
   * writes that into `airFrom`, one for each row, the width of the frame on entry.
   */
  fill(
    firstRow: number,
    rows: number,
    pathsMm: readonly Float32Array[],
    airFrom?: Int32Array,
  ): void | Promise<void>;
}
