/** Measures of an image that tell whether it looks like a radiograph: sharpness, noise, contrast. */
export { airDistanceMm } from './air-distance.ts';
export { type Band, bandContrast } from './band-contrast.ts';
export { contrastToNoise } from './contrast-to-noise.ts';
export { contrastAt, edgeMtf, type Mtf } from './edge-response.ts';
export {
  ascending,
  type DistributionDistance,
  distributionDistance,
  quantileOf,
} from './grey-levels.ts';
export { noisePower, type PowerSpectrum, type Taper } from './noise-power.ts';
export { apertureMtf, presampledMtf } from './presampled-mtf.ts';
export { type Image, type Region, squaresIn } from './region.ts';
export { type Depth, rimProfile } from './rim-profile.ts';
export { spectralExponent } from './spectral-exponent.ts';
export { type Streaks, streaks } from './streaks.ts';
