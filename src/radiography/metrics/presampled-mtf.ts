import { type Detector, gaussianMtf } from '../detector.ts';

/**
 * Part of the contrast that the detector passes at a spatial frequency (cycles/mm at the detector),
 * before sampling: the Gaussian of the spread times the sinc of the pixel's aperture.
 */
export function presampledMtf(detector: Detector, cyclesPerMm: number): number {
  return (
    gaussianMtf(detector.signalSpreadUm / 1000, cyclesPerMm) *
    apertureMtf(detector.pitchUm / 1000, cyclesPerMm)
  );
}

/** Transfer of the square aperture of a pixel along one side: |sin(πaf)/(πaf)|. */
export function apertureMtf(apertureMm: number, cyclesPerMm: number): number {
  const x = Math.PI * apertureMm * cyclesPerMm;
  return x === 0 ? 1 : Math.abs(Math.sin(x) / x);
}
