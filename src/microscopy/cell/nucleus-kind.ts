import type { CellBody } from './cell-body.ts';
import { type Chromatin, dense, fine } from './chromatin.ts';

/** A length in micrometres: its mean and its deviation. */
export type Size = readonly [meanUm: number, deviationUm: number];

/**
 * What the nuclei of one kind of cell look like, as numbers. Sizes are half axes of a nucleus that is
 * cut through its middle; most are cut beside it and come out smaller.
 */
export interface NucleusKind {
  readonly name: string;
  readonly long: Size;
  readonly wide: Size;
  /** How much nuclei differ as wholes, beyond that: a deviation, as a part. */
  readonly unequal?: number;
  /** How far its direction strays from the one that its layer gives, as a part of a right angle. */
  readonly astray: number;
  readonly chromatin: Chromatin;
  /** Whether it is that of a cell of a lining, with cytoplasm and borders of its own. */
  readonly hasCell: boolean;
  /** Whether its cell is dead: what is left of it is drawn as the content of the lumen. */
  readonly isDead?: boolean;
  /** What is seen of its cell, where that stands out from what is about it. */
  readonly body?: CellBody;
  /** How far it may lie off the middle of its cell each way, in micrometres. */
  readonly offUm?: number;
  /** How it is drawn, if not as a nucleus: as a bleb of cytoplasm. */
  readonly figure?: 'bleb';
  /** How uneven its outline is, and how much it is bent, per micrometre. */
  readonly lumpy: number;
  /** How much it is drawn out to points: 0 for an ellipse, 1 for a thread with pointed ends. */
  readonly taper?: number;
  readonly bend: number;
  /** How far it winds to both sides of its length, as a part of half of it. */
  readonly wave?: number;
}

/** The nuclei of normal breast tissue; luminal ones are 7 to 9 µm long. */
export const normalNuclei = {
  luminal: {
    name: 'luminal nucleus',
    hasCell: true,
    long: [3.9, 0.6],
    wide: [3.1, 0.45],
    unequal: 0.1,
    astray: 0.9,
    chromatin: fine,
    lumpy: 0.1,
    bend: 0.02,
  },
  // On the basement membrane: flat and dark, in many places in a cell with clear cytoplasm.
  myoepithelial: {
    name: 'myoepithelial nucleus',
    hasCell: false,
    long: [4.1, 0.8],
    wide: [1.3, 0.35],
    astray: 0.25,
    chromatin: dense,
    body: {
      share: 0.25,
      longUm: 5.6,
      wideUm: 2.4,
      unequal: 0.3,
      offUm: 1,
      haematoxylin: 0.08,
      eosin: 0.17,
      covers: 0.8,
      softUm: 1.2,
    },
    lumpy: 0.07,
    bend: 0.03,
  },
  fibroblast: {
    name: 'fibroblast nucleus',
    hasCell: false,
    long: [5.8, 1.9],
    wide: [1.15, 0.35],
    astray: 0.08,
    chromatin: { ...fine, base: 0.62, varies: 0.5, dark: 0.25, nucleoli: 0 },
    lumpy: 0.1,
    bend: 0.04,
    taper: 0.3,
    wave: 0.16,
  },
  plumpFibroblast: {
    name: 'plump fibroblast nucleus',
    hasCell: false,
    long: [5.2, 1],
    wide: [1.9, 0.4],
    astray: 0.1,
    chromatin: { ...fine, base: 0.5, vesicle: 0.3, varies: 0.3, dark: 0, nucleoli: 0.5 },
    lumpy: 0.08,
    bend: 0.02,
    taper: 0.2,
  },
  // A crescent in the membrane of a fat cell.
  adipocyte: {
    name: 'adipocyte nucleus',
    hasCell: false,
    long: [4.4, 1],
    wide: [1.25, 0.3],
    astray: 0.08,
    chromatin: { ...dense, base: 0.85 },
    lumpy: 0.08,
    bend: 0.03,
    taper: 0.3,
  },
  // Roundish, dented by what lies beside it, clumped and of any darkness, in a thin rim of cytoplasm.
  lymphocyte: {
    name: 'lymphocyte',
    hasCell: false,
    long: [2.85, 0.32],
    wide: [2.35, 0.32],
    unequal: 0.1,
    astray: 1,
    chromatin: {
      ...dense,
      base: 1.1,
      powder: 0.16,
      clump: 0.6,
      clumpUm: 1.25,
      vesicle: 0.12,
      rim: 0.26,
      varies: 0.3,
      dark: 0.16,
    },
    body: {
      share: 0.45,
      longUm: 3.6,
      wideUm: 3.2,
      unequal: 0.15,
      offUm: 0.4,
      haematoxylin: 0.07,
      eosin: 0.13,
      covers: 0.4,
      softUm: 0.9,
    },
    lumpy: 0.11,
    bend: 0.04,
  },
  // Its nucleus, with clumps round its edge, lies at one end of a violet cell.
  plasmaCell: {
    name: 'plasma cell',
    hasCell: false,
    long: [2.9, 0.3],
    wide: [2.6, 0.3],
    astray: 1,
    chromatin: { ...dense, base: 0.8, clump: 0.95, clumpUm: 1.4, vesicle: 0.35, varies: 0.22 },
    body: {
      share: 1,
      longUm: 4.9,
      wideUm: 3.6,
      unequal: 0.18,
      offUm: 1.8,
      haematoxylin: 0.19,
      eosin: 0.34,
      covers: 0.62,
      softUm: 1.1,
    },
    lumpy: 0.1,
    bend: 0.02,
  },
} as const satisfies Record<string, NucleusKind>;
