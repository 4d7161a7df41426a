import { power } from '../phantom/index.ts';
import type { Window } from './grey-scale.ts';

/** How a signal becomes a picture for reading. */
export interface Processing {
  /** Whether the thin rim of the breast is raised to the level of its middle. */
  readonly equaliseRim: boolean;
  /** The standard window; null where the image chooses it from the spread of its middle. */
  readonly window: Window | null;
  /** Contrast by the size of the detail: blur in millimetres that removes it, and gain. */
  readonly gains: readonly (readonly [sizeMm: number, gain: number])[];
  /** Gain of what is coarser than all details. */
  readonly coarseGain: number;
  /** Contrast of a detail, in nepers, from which on it is raised less and less. */
  readonly kneeNepers: number;
  /** The most that a detail is shown darker than what lies about it, in nepers: else dense things get a dark halo. */
  readonly darkestNepers: number;
  /** Contrast of the finest details, in nepers, below which they are taken for noise, and how much of its gain that keeps. */
  readonly noise: { readonly nepers: number; readonly kept: number };
  /** Exponent of the grey scale over the window. */
  readonly gamma: number;
}

/**
 * In the manner of the makers of mammography units, who do not publish theirs: gains that brought
 * the spectrum and the histogram of a simulated view to those of four digital mammograms.
 */
export const mammogramProcessing: Processing = {
  equaliseRim: true,
  window: null,
  gains: [
    [0.1, 1.47],
    [0.2, 6.05],
    [0.35, 9.45],
    [0.6, 5.55],
    [1.5, 2.93],
    [4, 1.27],
    [10, 0.55],
  ],
  coarseGain: 0.75,
  kneeNepers: 0.06,
  darkestNepers: 0.24,
  noise: { nepers: 0.026, kept: 0.62 },
  gamma: 1.213,
};

/** The exponent by which sizes follow the magnification; assumed, so that a view and its magnification look alike. */
const followed = 0.83;

/**
 * The same for a picture that shows its object `magnification` times as large: a unit works by the pixels
 * of its detector and hardly by what lies before them, so that finer details of the object are raised.
 */
export const forMagnification = (processing: Processing, magnification: number): Processing => ({
  ...processing,
  gains: processing.gains.map(([sizeMm, gain]) => [sizeMm / power(magnification, followed), gain]),
});

/** A light unsharp mask, as a specimen cabinet applies. */
export const specimenProcessing: Processing = {
  equaliseRim: false,
  window: { lowNepers: -0.025, highNepers: 0.6 },
  gains: [
    [0.06, 1.7],
    [0.25, 2.3],
    [0.6, 1.8],
    [2, 1.2],
  ],
  coarseGain: 1,
  kneeNepers: 1,
  darkestNepers: Infinity,
  noise: { nepers: 0, kept: 1 },
  gamma: 1.35,
};
