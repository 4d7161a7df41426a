import { type DyeId, dyeIds } from './dye.ts';

/**
 * What light meets in each pixel of a tile, row by row: how much of each dye, and how the polariser's
 * light is turned. It knows nothing of colours; a load of 1 of a dye has a density of 1 along the
 * dye's vector in a section of 4 µm stained at strength 1.
 */
export interface Loads {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dyes: Readonly<Record<DyeId, Float32Array>>;
  /** How loads vary within a pixel; null where all that varies is seen. */
  readonly unseen: Unseen | null;
  /** Density alike in all colours, from refraction at edges; below 0 where light is gathered. */
  readonly shade: Float32Array;
  /** Null where nobody asked for polarised light. */
  readonly retardance: Retardance | null;
}

/**
 * Retardation R, in nanometres, whose slow axis stands at the angle τ to the slide's x, kept as
 * R cos 2τ and R sin 2τ. These have no seam at 180° and may be averaged; those of thin layers on each
 * other add up, to first order in R over the wavelength.
 */
export interface Retardance {
  readonly parallelNm: Float32Array;
  readonly diagonalNm: Float32Array;
}

/** Variances of the loads of haematoxylin and eosin within a pixel, and their covariance. */
export interface Unseen {
  readonly haematoxylin: Float32Array;
  readonly eosin: Float32Array;
  readonly both: Float32Array;
}

/** Empty loads: bare glass. With `crowded`, pixels too coarse for single cells. */
export function blankLoads(
  widthPx: number,
  heightPx: number,
  polarised = false,
  crowded = false,
): Loads {
  const plane = () => new Float32Array(widthPx * heightPx);
  const dyes = Object.fromEntries(dyeIds.map((id) => [id, plane()]));
  return {
    widthPx,
    heightPx,
    dyes: dyes as Record<DyeId, Float32Array>,
    shade: plane(),
    unseen: crowded ? { haematoxylin: plane(), eosin: plane(), both: plane() } : null,
    retardance: polarised ? { parallelNm: plane(), diagonalNm: plane() } : null,
  };
}
