import {
  type Biopsy,
  embed,
  openParenchyma,
  type Phantom,
  takeBiopsy,
} from '../../phantom/index.ts';
import { attenuationPerMm } from '../attenuation.ts';
import type { Window } from '../grey-scale.ts';
import type { Projection } from '../projection/projection.ts';
import type { Tissue } from '../projection/tissue.ts';
import type { Frame } from '../raster.ts';
import { effectiveEnergyKev } from '../spectrum.ts';
import { acquisitionOf, type Matrix, pitchUmOf, type RadiographId } from '../views.ts';
import { blockFrame, openBlockProjection } from './block-projection.ts';
import { openTrayProjection, trayFrame } from './tray-projection.ts';

/** The views of what a biopsy took. */
export type SpecimenViewId = Extract<RadiographId, 'specimen-radiograph' | 'block-radiograph'>;

/** Tells whether a view is one of what a biopsy took, and not of the breast. */
export const isOfSpecimen = (view: RadiographId): view is SpecimenViewId =>
  view === 'specimen-radiograph' || view === 'block-radiograph';

/** How a view of a specimen is taken. */
export interface SpecimenOptions {
  /** What the biopsy took; a vacuum biopsy of nine gauge where it is left out. */
  readonly biopsy?: Biopsy;
  /** Exposes only so many pixels about the middle. */
  readonly collimation?: Matrix;
  /** Takes so many pixels together along each side. */
  readonly binning?: number;
}

/** A specimen before the beam: its paths, and the window in which cabinets show such a thing. */
export interface Specimen {
  readonly projection: Projection;
  readonly window: Window;
}

/** Where the picture of a specimen lies on the tray or on the block. */
export function specimenFrame(
  phantom: Phantom,
  view: SpecimenViewId,
  { biopsy = takeBiopsy(phantom), collimation, binning = 1 }: SpecimenOptions = {},
): Frame {
  const acquisition = acquisitionOf(view);
  const exposed = collimation ?? acquisition.matrix;
  const matrix = {
    widthPx: Math.floor(exposed.widthPx / binning),
    heightPx: Math.floor(exposed.heightPx / binning),
  };
  const pitchUm = pitchUmOf(acquisition) * binning;
  return view === 'specimen-radiograph'
    ? trayFrame(matrix, pitchUm)
    : blockFrame(embed(phantom, biopsy), matrix, pitchUm);
}

/** Lays a specimen before the beam. */
export function openSpecimen(
  phantom: Phantom,
  view: SpecimenViewId,
  options: SpecimenOptions = {},
  tissue?: Pick<Tissue, 'parenchyma'>,
): Specimen {
  const { biopsy = takeBiopsy(phantom) } = options;
  const parenchyma = tissue?.parenchyma ?? openParenchyma(phantom.plan, phantom.anatomy);
  const frame = specimenFrame(phantom, view, { ...options, biopsy });
  const project = view === 'specimen-radiograph' ? openTrayProjection : openBlockProjection;
  const projection = project(phantom, biopsy, parenchyma, frame);
  const energyKev = effectiveEnergyKev(acquisitionOf(view).beam, projection.thicknessMm);
  const glandPerMm = attenuationPerMm('gland', energyKev);
  const { thicknessMm: coreMm } = biopsy.bounds;
  if (view === 'specimen-radiograph') {
    // From a little below air to well above a core that is all gland.
    const highNepers = 1.65 * coreMm * glandPerMm;
    return { projection, window: { lowNepers: -0.06 * highNepers, highNepers } };
  }
  const paraffinPerMm = attenuationPerMm('paraffin', energyKev);
  const least = projection.thicknessMm * paraffinPerMm;
  const most = least + 0.75 * coreMm * (glandPerMm - paraffinPerMm);
  return { projection, window: { lowNepers: least - 0.07, highNepers: most } };
}
