/**
 * Radiography: from path lengths through an object to the picture on the workstation. A number is
 * computed, or has its source beside it, or is called assumed: common knowledge that nobody checked.
 */
export { acquire, type Run, type Signal } from './acquire.ts';
export { attenuationPerMm, type MaterialId, materialIds, materialOf } from './attenuation.ts';
export type { Detector } from './detector.ts';
export { expose, type ExposeOptions } from './expose.ts';
export type { Window } from './grey-scale.ts';
export * from './metrics/index.ts';
export { type Picture, present } from './presentation.ts';
export type { Processing } from './processing.ts';
export {
  blankRaster,
  type FloatRaster,
  type Frame,
  type GreyRaster,
  pixelAt,
  pixelCentreMm,
  type Raster,
} from './raster.ts';
export {
  type Radiograph,
  radiographFrame,
  type RadiographOptions,
  takeRadiograph,
} from './radiograph.ts';
export { isOfSpecimen } from './specimen/specimen.ts';
export { type Beam, effectiveEnergyKev } from './spectrum.ts';
export { type Piece, testObject } from './test-object.ts';
export type { Thickness } from './thickness.ts';
export { openTissue, type Tissue } from './projection/tissue.ts';
export { proveField, proveRecipe, proveView } from './truth/proof.ts';
export {
  type HiddenReason,
  hiddenReasons,
  type PixelBox,
  type PixelPoint,
  type ReaderMeasures,
  type SpeckTruth,
  type ViewTruth,
} from './truth/view-truth.ts';
export {
  type Acquisition,
  acquisitionOf,
  type Matrix,
  pitchUmOf,
  plates,
  type RadiographId,
  radiographIds,
  unsharpnessMm,
} from './views.ts';
