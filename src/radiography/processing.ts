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
    [0.1, 1.16],
    [0.2, 2.85],
    [0.35, 4.3],
    [0.6, 3.22],
    [1.5, 3],
    [4, 1.48],
    [10, 0.7],
  ],
  coarseGain: 0.75,
  kneeNepers: 0.4,
  gamma: 1.213,
};

/**
 * The same for a picture that shows its object `magnification` times as large: a unit knows the pixels
 * of its detector and not what lies before them, so that finer details of the object are raised.
 */
export const forMagnification = (processing: Processing, magnification: number): Processing => ({
  ...processing,
  gains: processing.gains.map(([sizeMm, gain]) => [sizeMm / magnification, gain]),
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
  gamma: 1.35,
};
