import { type Biopsy, type Compression, openView, type Phantom } from '../phantom/index.ts';
import { writeBadge } from './badge.ts';
import { expose, type ExposeOptions } from './expose.ts';
import { parentWindow } from './parent-window.ts';
import type { Picture } from './presentation.ts';
import { breastField, contactField, fits, lesionField } from './projection/field.ts';
import { openProjection } from './projection/projection.ts';
import { openTissue, type Tissue } from './projection/tissue.ts';
import { type Frame, type GreyRaster, widenedRaster } from './raster.ts';
import {
  isOfSpecimen,
  openSpecimen,
  specimenFrame,
  type SpecimenOptions,
  type SpecimenViewId,
} from './specimen/specimen.ts';
import { mirroredTruth, mirrorRaster } from './truth/mirror.ts';
import { truthOf } from './truth/reading.ts';
import type { ViewTruth } from './truth/view-truth.ts';
import { acquisitionOf, type Matrix, pitchUmOf, plates, type RadiographId } from './views.ts';

/** How the picture of a view is made smaller than it is by itself. */
export interface Reduction {
  /** Exposes only so many of the detector's pixels: from the chest wall, or about the lesion. */
  readonly collimation?: Matrix;
  /** Takes so many pixels together along each side: 8 makes a preview. 1 if left out. */
  readonly binning?: number;
}

/** How a radiograph may be made smaller, and followed and stopped while it is made. */
export type RadiographOptions = Reduction &
  Pick<ExposeOptions, 'onProgress' | 'signal' | 'breathe'> & {
    /** What a biopsy took, for the views of it; a vacuum biopsy of nine gauge if left out. */
    readonly biopsy?: Biopsy;
    /** The tissue of the phantom, for whoever takes several views: growing it takes most of a second. */
    readonly tissue?: Tissue;
  };

/** A finished radiograph of a phantom. */
export interface Radiograph {
  readonly view: RadiographId;
  readonly laterality: 'left' | 'right';
  /**
   * The picture as it is shown: the chest wall of a left breast is on the left, that of a right one
   * on the right, so that there columns run against the first axis of its frame. SIMULATED is written
   * small into a lower corner.
   */
  readonly raster: GreyRaster;
  /** Grey levels to show from black to white. */
  readonly window: Picture['window'];
  /** What is true of the picture, in its pixels. */
  readonly truth: ViewTruth;
}

/** Where the picture of a view lies and how large it is: known without taking it. */
export function radiographFrame(
  phantom: Phantom,
  view: RadiographId,
  reduction: Reduction & SpecimenOptions = {},
): Frame {
  if (isOfSpecimen(view)) return specimenFrame(phantom, view, reduction);
  return frameOf(phantom, openView(phantom, view), reduction);
}

function frameOf(
  phantom: Phantom,
  compression: Compression,
  { collimation, binning = 1 }: Reduction,
): Frame {
  const { view } = compression.position;
  const acquisition = acquisitionOf(view);
  const pitchUm = pitchUmOf(acquisition);
  const magnified = view.startsWith('magnification');
  const plate = fits(compression, plates.small, pitchUm) ? plates.small : plates.large;
  const exposed = collimation ?? (magnified ? acquisition.matrix : plate);
  const matrix = {
    widthPx: Math.floor(exposed.widthPx / binning),
    heightPx: Math.floor(exposed.heightPx / binning),
  };
  const layField = magnified ? lesionField : contactField;
  return layField(phantom, compression, matrix, pitchUm * binning);
}

/** Takes a radiograph of a phantom: the same phantom and view give the same bytes everywhere. */
export async function takeRadiograph(
  phantom: Phantom,
  view: RadiographId,
  options: RadiographOptions = {},
): Promise<Radiograph> {
  if (isOfSpecimen(view)) return takeSpecimenRadiograph(phantom, view, options);
  const acquisition = acquisitionOf(view);
  const compression = openView(phantom, view);
  const frame = frameOf(phantom, compression, options);
  const tissue = options.tissue ?? openTissue(phantom);
  const borrowed = await parentWindow(phantom, view, tissue, options);
  const field = breastField(compression, frame);
  const projection = openProjection(phantom, compression, field, tissue);
  const { raster: taken, window } = await expose(projection, acquisition, {
    ...options,
    ...(borrowed && { window: borrowed }),
    seed: phantom.plan.seed,
  });
  // The processing shows air black, however much of it there is.
  const raster = widenedRaster(taken, frame);
  const laterality = phantom.plan.side;
  const { thicknessMm, shadows } = projection;
  const seen = truthOf({ phantom, view, compression, frame, raster, thicknessMm, shadows });
  if (laterality === 'right') mirrorRaster(raster);
  const truth = laterality === 'right' ? mirroredTruth(seen) : seen;
  writeBadge(raster, truth.lesionPx);
  return { view, laterality, raster, window, truth };
}

/** Cores are kept as they lie in the phantom: whoever lays them out does not know left from right. */
async function takeSpecimenRadiograph(
  phantom: Phantom,
  view: SpecimenViewId,
  options: RadiographOptions,
): Promise<Radiograph> {
  const { projection, window: nepers } = openSpecimen(phantom, view, options, options.tissue);
  const { frame, thicknessMm, shadows, tissueMm } = projection;
  const { raster, window } = await expose(projection, acquisitionOf(view), {
    ...options,
    window: nepers,
    seed: phantom.plan.seed,
  });
  const cast = { frame, raster, thicknessMm, shadows, ...(tissueMm && { tissueMm }) };
  const truth = truthOf({ phantom, view, compression: null, ...cast });
  writeBadge(raster, truth.lesionPx);
  return { view, laterality: phantom.plan.side, raster, window, truth };
}
