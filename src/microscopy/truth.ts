import { outlinesOf, type Outline } from './section/outline.ts';
import type { Section } from './section/section.ts';

/** What is true of a section: plain data in micrometres of the slide, x to the right and y down. */
export interface SectionTruth {
  readonly depthUm: number;
  /** The pieces of tissue: the core that each was cut from, and its outlines. */
  readonly pieces: readonly { readonly core: number; readonly outlines: readonly Outline[] }[];
  /** The specks that the plane really cuts, the largest first. */
  readonly specks: readonly SectionSpeck[];
}

/** A speck in a section. */
export interface SectionSpeck {
  readonly id: number;
  readonly core: number;
  readonly mineral: string;
  readonly outlines: readonly Outline[];
  readonly areaUm2: number;
  /** How it looks in each light: calcium oxalate takes no stain and turns polarised light. */
  readonly plain: 'basophilic' | 'colourless';
  readonly polarised: 'dark' | 'bright';
}

/** The truth of a section, read from the same geometry that its tiles are rendered from. */
export function sectionTruth(section: Section): SectionTruth {
  const specks = section.specksIn().map(({ speck, piece, outlines, areaUm2 }): SectionSpeck => {
    const isOxalate = speck.mineral === 'calcium-oxalate';
    return {
      id: speck.id,
      core: piece.core.id,
      mineral: speck.mineral,
      outlines,
      areaUm2,
      plain: isOxalate ? 'colourless' : 'basophilic',
      polarised: isOxalate ? 'bright' : 'dark',
    };
  });
  return {
    depthUm: section.depthUm,
    pieces: section.pieces.map((piece) => ({ core: piece.core.id, outlines: outlinesOf(piece) })),
    specks: specks.sort((a, b) => b.areaUm2 - a.areaUm2 || a.id - b.id),
  };
}
