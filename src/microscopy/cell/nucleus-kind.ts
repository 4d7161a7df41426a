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
  /** How far its direction strays from the one that its layer gives, as a part of a right angle. */
  readonly astray: number;
  readonly chromatin: Chromatin;
  /** Whether it is that of a cell of a lining, with cytoplasm and borders of its own. */
  readonly hasCell: boolean;
  /** Whether its cell is dead: what is left of it is drawn as the content of the lumen. */
  readonly isDead?: boolean;
  /** How it is drawn, if not as a nucleus: as a bleb of cytoplasm. */
  readonly figure?: 'bleb';
  /** How uneven its outline is, and how much it is bent, per micrometre. */
  readonly lumpy: number;
  /** How much it is drawn out to points: 0 for an ellipse, 1 for a thread with pointed ends. */
  readonly taper?: number;
  readonly bend: number;
}

/** How a nucleus takes haematoxylin. */
export interface Chromatin {
  readonly base: number;
  /** What clumps add and clear places take, as a part of the base. */
  readonly clump: number;
  /** What the nuclear membrane adds. */
  readonly rim: number;
  /** How much nuclei differ in strength: a deviation, as a part. */
  readonly varies: number;
  /** Of those cut through their middle, the part that shows a nucleolus, and half its width. */
  readonly nucleoli: number;
  readonly nucleolusUm: number;
  /** Of the nuclei, the part that is shrunken, dark and without structure. */
  readonly dark?: number;
  /** Size of the clumps. */
  readonly clumpUm: number;
}

/** The nuclei of normal breast tissue; luminal ones are 7 to 9 µm long. */
export const normalNuclei = {
  luminal: {
    name: 'luminal nucleus',
    hasCell: true,
    long: [3.9, 0.7],
    wide: [3.2, 0.5],
    astray: 0.9,
    chromatin: {
      base: 0.55,
      clump: 0.5,
      rim: 0.36,
      varies: 0.26,
      dark: 0.07,
      nucleoli: 0.45,
      nucleolusUm: 0.8,
      clumpUm: 1.5,
    },
    lumpy: 0.075,
    bend: 0.02,
  },
  myoepithelial: {
    name: 'myoepithelial nucleus',
    hasCell: false,
    long: [4.2, 1],
    wide: [1.5, 0.5],
    astray: 0.35,
    chromatin: {
      base: 0.85,
      clump: 0.22,
      rim: 0.2,
      varies: 0.28,
      nucleoli: 0,
      nucleolusUm: 0,
      clumpUm: 1.5,
    },
    lumpy: 0.075,
    bend: 0.02,
  },
  fibroblast: {
    name: 'fibroblast nucleus',
    hasCell: false,
    long: [5.6, 2.6],
    wide: [1.3, 0.45],
    astray: 0.16,
    chromatin: {
      base: 0.56,
      clump: 0.24,
      rim: 0.1,
      varies: 0.62,
      dark: 0.24,
      nucleoli: 0,
      nucleolusUm: 0,
      clumpUm: 1.5,
    },
    lumpy: 0.1,
    bend: 0.07,
    taper: 0.5,
  },
  lymphocyte: {
    name: 'lymphocyte',
    hasCell: false,
    long: [2.9, 0.55],
    wide: [2.5, 0.5],
    astray: 0.35,
    chromatin: {
      base: 1.15,
      clump: 0.3,
      rim: 0.2,
      varies: 0.3,
      nucleoli: 0,
      nucleolusUm: 0,
      clumpUm: 1.5,
    },
    lumpy: 0.07,
    bend: 0.02,
  },
} as const satisfies Record<string, NucleusKind>;
