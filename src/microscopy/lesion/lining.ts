import type { Range } from '../../phantom/index.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';

/**
 * The epithelium of a duct or an acinus, as numbers: how thick it is, what shape its lumen has, which
 * cells stand in it and what their cytoplasm is like. A body has one lining; the scene, the colours and
 * the labels read it, so that a new lesion is a new table and no new code.
 */
export interface Lining {
  readonly name: string;
  /** From the basement membrane to the lumen, where this is open. */
  readonly wallMm: number;
  /** How uneven the outline and the wall are; 1 is normal. */
  readonly uneven: number;
  /** Ridges by which its outline stands out: how far at most, and how far apart they are, about. */
  readonly ridges?: { readonly byMm: number; readonly sizeMm: number };
  readonly lumen: Lumen;
  readonly content: Content;
  readonly layers: readonly CellLayer[];
  readonly cytoplasm: Cytoplasm;
  readonly around: Around;
}

/** The shape of the space within a lining. Lengths are millimetres of the breast, so that it has depth. */
export type Lumen =
  /** One space, at the thickness of the wall; none where the body is narrower than two walls. */
  | { readonly kind: 'open' }
  /** Punched out: round tunnels on a lattice, that keep off the basement membrane by a rim. */
  | {
      readonly kind: 'cribriform';
      readonly pitchMm: number;
      readonly radiusMm: Range;
      readonly halfLengthMm: Range;
      readonly rimMm: number;
      /** Of the places of the lattice, the part that has a tunnel. */
      readonly share: number;
      /** Where it has not grown the wall is only this part as thick, in stretches of a size; it has everywhere without. */
      readonly spares?: { readonly part: number; readonly sizeMm: number };
    }
  /** One space, into which tufts of cells without a core stand out from the wall. */
  | {
      readonly kind: 'micropapillary';
      readonly pitchMm: number;
      readonly lengthMm: Range;
      readonly neckMm: Range;
      readonly tipMm: Range;
      readonly share: number;
    }
  /** Filled with fronds, each with a core of stroma; the lining covers the fronds. */
  | {
      readonly kind: 'fronds';
      /** Distance of neighbouring fronds, and half the thickness of their cores. */
      readonly pitchMm: number;
      readonly coreMm: number;
    }
  /** Sheets that run through a mass: ducts that its stroma has pressed to clefts. */
  | {
      readonly kind: 'clefts';
      /** Distance of neighbouring sheets, and half the thickness of one with its two walls. */
      readonly pitchMm: number;
      readonly halfMm: number;
    };

/** What a lumen holds. */
export type Content =
  | 'empty'
  | 'secretion'
  | 'inspissated'
  | 'necrosis'
  | 'residue'
  | 'blood'
  | 'fluid'
  | 'oil'
  | 'thread'
  | 'keratin';

/** Cells that stand in a band of a lining. */
export interface CellLayer {
  readonly nucleus: NucleusKind;
  /** Within the basement membrane by so much. */
  readonly insideUm: Range;
  /** Within the lumen by so much; below 0 is in the wall. */
  readonly lumenUm: Range;
  readonly spacingUm: number;
  readonly rounds: number;
  /** Of the places, the part that has a cell. */
  readonly share: number;
  /** How far they keep to patches: 0 not at all, 1 to a third of the place. */
  readonly clumped?: number;
  /** The size of these patches; 32 µm where none is given. */
  readonly patchUm?: number;
  /** Of the cells, the part that is in mitosis, and that has died alone. */
  readonly mitoses?: number;
  readonly apoptoses?: number;
  /** Upright on the basement membrane, flat along it, towards the nearest lumen, or any way. */
  readonly stands: 'upright' | 'flat' | 'to-lumen' | 'any';
}

/** Cytoplasm as loads of dyes, and how it varies from cell to cell and within a cell. */
export interface Cytoplasm {
  readonly eosin: number;
  readonly haematoxylin: number;
  /** How much cells differ, as a part. */
  readonly varies: number;
  /** What is added in the micrometres next to the lumen. */
  readonly apex: number;
  /** How much of the cytoplasm at the basement membrane is clear: myoepithelium. */
  readonly clearBase: number;
  /** How strongly it is granular, as a part; little in most cells. */
  readonly granular?: number;
  /** How many vacuoles: 0 none, 1 as in normal cells. */
  readonly vacuoles: number;
  /** How much cell borders show, and how far cells have come apart. */
  readonly border: number;
  readonly gap: number;
  /** How far it is drawn out in layers round the lumen, as smooth muscle of a media is. */
  readonly lamellae?: number;
  /** Load of eosin of a wavy elastic lamina just outside the endothelium. */
  readonly elastica?: number;
}

/** What the stroma does about a body. */
export interface Around {
  /** Width of a sleeve of dense collagen whose fibres run round the body; acini have none. */
  readonly sleeveMm: number;
  /** How far the body has drawn back from the stroma in processing; 1 is normal. */
  readonly retraction: number;
  /** Lymphocytes about it: 0 none, 1 a dense cuff. */
  readonly lymphocytes: number;
  /** Whether it invades: without a basement membrane, among fibres that do not heed it. */
  readonly invades?: boolean;
}
