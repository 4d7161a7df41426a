import type { Geometry } from './geometry.ts';

/** Standard deviation of a Gaussian over its full width at half maximum: 1 / (2 √(2 ln 2)). */
const deviationOverWidth = 0.42466090014400953;

/**
 * Standard deviation in millimetres, in the plane of the object's middle, of the unsharpness that
 * the extent of the focal spot causes. A point at height h under a focal spot of width f casts a
 * penumbra of f·h/(S − h) on the detector at distance S; seen from the object that is f·h/S. The spot
 * is a Gaussian and `focalSpotMm` its full width at half maximum, as in the VICTRE trial.
 */
export const penumbraSigmaMm = (focalSpotMm: number, geometry: Geometry): number =>
  (deviationOverWidth * focalSpotMm * geometry.objectHeightMm) / geometry.sourceToDetectorMm;
