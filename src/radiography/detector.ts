import { exponential } from '../phantom/index.ts';

/** A flat-panel detector; lengths are at the detector. */
export interface Detector {
  readonly name: string;
  readonly pitchUm: number;
  /** Gaussian spread of the signal before the pixels collect it. */
  readonly signalSpreadUm: number;
  /** Gaussian spread that the noise of the quanta has in common between pixels. */
  readonly noiseSpreadUm: number;
  /** Part of the arriving quanta that it detects. */
  readonly efficiency: number;
  /** Standard deviation of the electronic noise of a pixel, in quanta. */
  readonly electronicNoiseQuanta: number;
}

/**
 * Amorphous selenium, 70 µm, as in full-field mammography. The spread leaves 41 % of contrast at the
 * Nyquist frequency of 7.14/mm, where more than 40 % was measured (Hoheisel 2004). Its noise is taken
 * as nearly white: quanta that give a blurred signal together each give a sharp one. The electronic
 * noise is the 5200 electrons of the VICTRE trial's detector at some 400 electrons for a quantum of
 * 20 keV (50 eV each, assumed).
 */
export const selenium70: Detector = {
  name: 'amorphous selenium, 70 µm',
  pitchUm: 70,
  signalSpreadUm: 20.7,
  noiseSpreadUm: 12,
  efficiency: 0.95,
  electronicNoiseQuanta: 13,
};

/**
 * CMOS with a thin scintillator, 50 µm, as in cabinets for specimens (all numbers assumed). Light
 * spreads signal and noise alike.
 */
export const cmos50: Detector = {
  name: 'CMOS with scintillator, 50 µm',
  pitchUm: 50,
  signalSpreadUm: 32,
  noiseSpreadUm: 28,
  efficiency: 0.75,
  electronicNoiseQuanta: 4,
};

/** Transfer of a Gaussian blur of standard deviation `sigmaMm`: exp(−2π²σ²f²). */
export const gaussianMtf = (sigmaMm: number, cyclesPerMm: number): number => {
  const turns = Math.PI * sigmaMm * cyclesPerMm;
  return exponential(-2 * turns * turns);
};
