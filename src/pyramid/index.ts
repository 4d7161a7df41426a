/** Pyramids as other rooms in Node use them. The page imports `szi.ts` and `byte-source.ts` alone. */
export type { FinerTile } from './canonical-szi.ts';
export { openCache, type PyramidCache } from './cache.ts';
export { exportDzi } from './export-dzi.ts';
export { type Identity, identify } from './identity.ts';
export { type Failure, type PyramidJob, PyramidQueue } from './queue.ts';
export { jpegOf, makePyramid } from './make.ts';
export { makeFromFile, type MakeJob } from './making.ts';
export { mostPixels } from './recipe.ts';
export type { Overall } from './schedule.ts';
export { shadesOf } from './shades.ts';
export type { FileImage, GreyWindow, PyramidSource, RenderedImage } from './source.ts';
export { directoryBytes, localHeader } from './zip-writing.ts';
