import { type SpeckInSection, specksInSection } from './mineral/speck-in-section.ts';
import { outlinesOf, type Outline } from './section/outline.ts';
import type { Section } from './section/section.ts';

/** What is true of a section: plain data in micrometres of the slide, x to the right and y down. */
export interface SectionTruth {
  readonly depthUm: number;
  /** The pieces of tissue: the core that each was cut from, and its outlines. */
  readonly pieces: readonly { readonly core: number; readonly outlines: readonly Outline[] }[];
  /** Every speck of the cores, those first of which the most is left in this section. */
  readonly specks: readonly SpeckInSection[];
}

/** The truth of a section, read from the same geometry that its tiles are rendered from. */
export const sectionTruth = (section: Section): SectionTruth => ({
  depthUm: section.depthUm,
  pieces: section.pieces.map((piece) => ({ core: piece.core.id, outlines: outlinesOf(piece) })),
  specks: specksInSection(section).sort((a, b) => b.areaUm2 - a.areaUm2 || a.speck - b.speck),
});
