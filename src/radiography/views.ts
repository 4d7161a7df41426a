import type { ViewKindId } from '../lexicon/index.ts';
import { cmos50, type Detector, selenium70 } from './detector.ts';
import type { Exposure } from './exposure-control.ts';
import { penumbraSigmaMm } from './focal-spot.ts';
import { type Geometry, geometryFor, objectPitchUm } from './geometry.ts';
import {
  forMagnification,
  mammogramProcessing,
  type Processing,
  specimenProcessing,
} from './processing.ts';
import { type Scatter, scatterAcrossGap, scatterOfSpecimen, scatterWithGrid } from './scatter.ts';
import { type Beam, cabinetBeam, mammographyBeam } from './spectrum.ts';

/** The views that are radiographs. */
export const radiographIds = [
  'cc',
  'mlo',
  'ml',
  'magnification-cc',
  'magnification-ml',
  'specimen-radiograph',
  'block-radiograph',
] as const satisfies readonly ViewKindId[];

/** The id of a view that is a radiograph. */
export type RadiographId = (typeof radiographIds)[number];

/** How a radiograph is taken. */
export interface Acquisition {
  readonly detector: Detector;
  readonly geometry: Geometry;
  /** How much larger than the object the image is reckoned: 1 for contact views, by convention. */
  readonly magnification: number;
  readonly focalSpotMm: number;
  readonly beam: Beam;
  readonly scatter: Scatter;
  readonly exposure: Exposure;
  readonly processing: Processing;
  /** Size of the image; contact views also come on the small plate. */
  readonly matrix: Matrix;
}

/** Number of pixels of an image. */
export interface Matrix {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The plates of a 70 µm detector: 24 × 29 cm and 18 × 23 cm (numbers of pixels assumed). */
export const plates = {
  large: { widthPx: 3328, heightPx: 4096 },
  small: { widthPx: 2560, heightPx: 3328 },
} as const satisfies Record<string, Matrix>;

/** Distance of source and detector, as in the VICTRE trial. */
const sourceToDetectorMm = 650;

/** 100 µGy at the detector, at some 6000 quanta per mm² and µGy (both assumed). */
const mammographyExposure: Exposure = { quantaPerMm2: 6e5, measured: 'behind the object' };

/**
 * The breast lies on the detector's cover, its middle some 45 mm above the detector (assumed). The
 * spot of 0.3 mm is that of the VICTRE trial. As on every workstation, lengths are those in the plane
 * of the detector.
 */
const contact: Acquisition = {
  detector: selenium70,
  geometry: { sourceToDetectorMm, objectHeightMm: 45 },
  magnification: 1,
  focalSpotMm: 0.3,
  beam: mammographyBeam,
  scatter: scatterWithGrid,
  exposure: mammographyExposure,
  processing: mammogramProcessing,
  matrix: plates.large,
};

const stand = 1.8;

/**
 * On a stand: ×1.8 with a spot of 0.1 mm (clinicalgate-mammography) and no grid; the same quanta at
 * the detector; 5 cm wide.
 */
const magnified: Acquisition = {
  ...contact,
  geometry: geometryFor(sourceToDetectorMm, stand),
  magnification: stand,
  focalSpotMm: 0.1,
  scatter: scatterAcrossGap,
  processing: forMagnification(mammogramProcessing, stand),
  matrix: { widthPx: 1280, heightPx: 1280 },
};

/** A cabinet with a microfocus tube, ×2.5 on 50 µm pixels: 20 µm at the object, 64 × 44 mm (assumed). */
const specimen: Acquisition = {
  detector: cmos50,
  geometry: geometryFor(600, 2.5),
  magnification: 2.5,
  focalSpotMm: 0.02,
  beam: cabinetBeam,
  scatter: scatterOfSpecimen,
  exposure: { quantaPerMm2: 1.4e7, measured: 'in air' },
  processing: specimenProcessing,
  matrix: { widthPx: 3200, heightPx: 2200 },
};

const acquisitions: Record<RadiographId, Acquisition> = {
  cc: contact,
  mlo: contact,
  ml: contact,
  'magnification-cc': magnified,
  'magnification-ml': magnified,
  'specimen-radiograph': specimen,
  'block-radiograph': { ...specimen, matrix: { widthPx: 2400, heightPx: 1800 } },
};

/** How a view is taken. */
export const acquisitionOf = (id: RadiographId): Acquisition => acquisitions[id];

/** Pitch of the image in the plane in which its lengths are measured: 70, 38.9 or 20 µm. */
export const pitchUmOf = ({ detector, magnification }: Acquisition): number =>
  objectPitchUm(detector.pitchUm, magnification);

/**
 * Standard deviation in millimetres of the unsharpness of focal spot and detector together, in the
 * plane of the image's lengths, without that of the pixels.
 */
export function unsharpnessMm(acquisition: Acquisition): number {
  const spot = penumbraSigmaMm(acquisition.focalSpotMm, acquisition.geometry);
  const spread = acquisition.detector.signalSpreadUm / 1000 / acquisition.magnification;
  return Math.sqrt(spot * spot + spread * spread);
}
