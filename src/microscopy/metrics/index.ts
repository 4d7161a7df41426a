/** Measures of a picture that tell whether it looks like a stained slide. */
export { type NuclearCount, nucleiOf } from './nuclei.ts';
export { type StainVectors, stainVectorsOf } from './stain-vectors.ts';
export { type Texture, textureOf } from './texture.ts';
export { type StainLoads, unmixed } from './unmixing.ts';
