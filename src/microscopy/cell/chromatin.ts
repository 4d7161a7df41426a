/** How a nucleus takes haematoxylin. Parts are parts of the base. */
export interface Chromatin {
  /** The load of chromatin that is even. */
  readonly base: number;
  /** How uneven its fine powder is: a deviation. */
  readonly powder: number;
  /** What clumps add, most of which lie at the membrane, and their size. */
  readonly clump: number;
  readonly clumpUm: number;
  /** How far it has cleared within: 0 not at all, 1 to an empty vesicle. */
  readonly vesicle: number;
  /** What the nuclear membrane adds. */
  readonly rim: number;
  /** How much nuclei differ in strength and in clearing: a deviation. */
  readonly varies: number;
  /** Of the nuclei, the part that is dark and smudged. */
  readonly dark: number;
  /** Of those cut through their middle, the part that shows a nucleolus, and half its width. */
  readonly nucleoli: number;
  readonly nucleolusUm: number;
  /** Of those with a nucleolus, the part that has a second one. */
  readonly second?: number;
}

/** An even powder in a thin membrane: cells at rest, and those of low grade. */
export const fine: Chromatin = {
  base: 0.64,
  powder: 0.15,
  clump: 0.52,
  clumpUm: 1.15,
  vesicle: 0.17,
  rim: 0.17,
  varies: 0.18,
  dark: 0.05,
  nucleoli: 0.25,
  nucleolusUm: 0.55,
};

/** Dense and without much structure. */
export const dense: Chromatin = {
  ...fine,
  base: 0.98,
  powder: 0.09,
  clump: 0.12,
  vesicle: 0,
  rim: 0.14,
  varies: 0.25,
  dark: 0.1,
  nucleoli: 0,
};

/** Clumped at a thick membrane, cleared within, with nucleoli; many dark and smudged: of high grade. */
export const coarse: Chromatin = {
  base: 0.74,
  powder: 0.16,
  clump: 0.66,
  clumpUm: 1.7,
  vesicle: 0.42,
  rim: 0.34,
  varies: 0.26,
  dark: 0.12,
  nucleoli: 0.8,
  nucleolusUm: 1.15,
  second: 0.45,
};
