/** Where tube, object and detector stand. Heights are above the detector. */
export interface Geometry {
  readonly sourceToDetectorMm: number;
  /** Height of the middle of the object. */
  readonly objectHeightMm: number;
}

/** How much larger the object's middle is cast on the detector than it is: similar triangles. */
export const magnificationOf = ({ sourceToDetectorMm, objectHeightMm }: Geometry): number =>
  sourceToDetectorMm / (sourceToDetectorMm - objectHeightMm);

/** The geometry that magnifies the object's middle by `magnification`, 1 or more. */
export function geometryFor(sourceToDetectorMm: number, magnification: number): Geometry {
  if (!(magnification >= 1)) {
    throw new RangeError(`A shadow is never smaller than its object: ${magnification} is below 1.`);
  }
  return { sourceToDetectorMm, objectHeightMm: sourceToDetectorMm * (1 - 1 / magnification) };
}

/** Pitch of the detector's pixels as they fall on the plane through the object's middle. */
export const objectPitchUm = (detectorPitchUm: number, magnification: number): number =>
  detectorPitchUm / magnification;
