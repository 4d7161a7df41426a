/** Measures of an image that tell whether it looks like a radiograph: sharpness, noise, contrast. */
export { contrastToNoise } from './contrast-to-noise.ts';
export { contrastAt, edgeMtf, type Mtf } from './edge-response.ts';
export { noisePower, type PowerSpectrum, type Taper } from './noise-power.ts';
export { apertureMtf, presampledMtf } from './presampled-mtf.ts';
export { type Image, type Region, squaresIn } from './region.ts';
export { spectralExponent } from './spectral-exponent.ts';
