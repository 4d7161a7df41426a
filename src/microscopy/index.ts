/** The microscope: slides of the virtual patient's biopsy, at any zoom and any depth of the block. */
export type { SlidePoint } from './frame.ts';
export { exposureAt, type Polars, polarsSchema } from './light/polars.ts';
export { type Stain, stainSchema } from './light/stain.ts';
export {
  finestPitchUm,
  type Light,
  pitchOf,
  renderTile,
  renderTwins,
  type TilePlace,
} from './render/tile.ts';
export { deepestUmOf, openSpecimen, type Specimen } from './section/specimen.ts';
export { cutSection, type Section } from './section/section.ts';
export {
  type Biopsied,
  coarsestLevel,
  openSlides,
  type Slide,
  type SlideOrder,
  type SlideSize,
  slideSize,
} from './slide.ts';
export { type SpeckInSection, specksInSection } from './mineral/speck-in-section.ts';
export { type SectionTruth, sectionTruth } from './truth.ts';
