/**
 * What real pictures measured. Four digital CC views of two women, 2560 × 3328 pixels, heterogeneous
 * or scattered density by their look, and fifteen specks picked in them by hand; none of their pixels
 * is kept here. Their maker's processing is not known, and the gains of ours were chosen by them.
 */
export type Spread = readonly [least: number, most: number];

/** Exponent of the spectrum between 0.1 and 1/mm and between 1 and 3/mm. */
export const exponents: { readonly coarse: Spread; readonly fine: Spread } = {
  coarse: [2.73, 2.88],
  fine: [2.46, 2.6],
};

/**
 * The same from 0.1 to 1/mm in the literature: mean CC 3.17 and MLO 3.30 with a standard deviation of
 * 0.23 (Chen et al. 2012, abstract; processing not told). Two deviations to either side.
 */
export const literature: { readonly cc: Spread; readonly mlo: Spread } = {
  cc: [3.17 - 0.46, 3.17 + 0.46],
  mlo: [3.3 - 0.46, 3.3 + 0.46],
};

/** Rms of differences of Gaussians, by the blur in mm that ends the band; grey levels from 0 to 1. */
export const bandRms: readonly (readonly [sizeMm: number, rms: Spread])[] = [
  [0.1, [0.029, 0.032]],
  [0.2, [0.0125, 0.0144]],
  [0.4, [0.0186, 0.0215]],
  [0.8, [0.023, 0.027]],
  [1.6, [0.029, 0.034]],
  [3.2, [0.031, 0.04]],
  [6.4, [0.029, 0.037]],
];

/** Excess kurtosis of the band from 0.1 to 0.2 mm: thin lines and specks raise it. */
export const kurtosis: Spread = [1.5, 2.5];

/** Structure tensor: coherence, and how much of it points to the nipple. */
export const streakiness: { readonly coherence: Spread; readonly radial: Spread } = {
  coherence: [0.35, 0.43],
  radial: [0.46, 0.53],
};

/** Mean grey level by the depth under the outline in mm, and its deviation along the skin. */
export const skin: readonly (readonly [depthMm: number, mean: Spread])[] = [
  [0.3, [0.22, 0.33]],
  [0.6, [0.51, 0.62]],
  [1, [0.62, 0.66]],
  [1.5, [0.46, 0.52]],
  [2, [0.37, 0.42]],
  [3, [0.32, 0.35]],
  [4, [0.28, 0.31]],
  [6, [0.2, 0.26]],
];
export const skinSpread: Spread = [0.1, 0.2];

/** Contrast to noise of single round and punctate specks (10), and of a tight fine cluster (5). */
export const contrastToNoise: { readonly single: Spread; readonly fine: Spread } = {
  single: [1.2, 6.7],
  fine: [0.8, 3.8],
};

/** How far the grey levels of two of the real views lie apart, at most. */
export const apart = { greatest: 0.17, move: 0.037 } as const;

/**
 * Quantiles from 2.5 to 97.5 per cent in steps of 5 of the grey levels deeper than 12 mm. Those of the
 * real views were not kept: these are of a picture made by an earlier program, which lay 0.04–0.12
 * (greatest) and 0.018–0.033 (move) from them.
 */
export const greyQuantiles: readonly number[] = [
  0.075, 0.104, 0.122, 0.136, 0.149, 0.162, 0.174, 0.187, 0.201, 0.216, 0.233, 0.252, 0.277, 0.307,
  0.344, 0.39, 0.442, 0.506, 0.59, 0.737,
];

/**
 * Amorphous selenium passes more than this of the contrast at the Nyquist frequency of 70 µm pixels
 * (Hoheisel 2004, abstract).
 */
export const leastAtNyquist = 0.4;
