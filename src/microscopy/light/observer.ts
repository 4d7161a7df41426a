import { exponential } from '../../phantom/index.ts';
import type { Rgb } from './dye.ts';

/** A wavelength and what light of it adds to each channel of linear sRGB; each channel adds up to 1. */
export interface SpectralWeight {
  readonly wavelengthNm: number;
  readonly weight: Rgb;
}

/** The colour temperature of the lamp, behind its daylight filter. */
const lampK = 5500;

/** A bell that is wider on one side, for the fits to the CIE observer. */
const bell = (x: number, middle: number, left: number, right: number): number => {
  const t = (x - middle) / (x < middle ? left : right);
  return exponential(-0.5 * t * t);
};

/** The CIE 1931 observer, by the fits of Wyman, Sloan and Shirley (J Comput Graph Tech 2013). */
const observerAt = (nm: number): Rgb => [
  1.056 * bell(nm, 599.8, 37.9, 31) +
    0.362 * bell(nm, 442, 16, 26.7) -
    0.065 * bell(nm, 501.1, 20.4, 26.2),
  0.821 * bell(nm, 568.8, 46.9, 40.5) + 0.286 * bell(nm, 530.9, 16.3, 31.1),
  1.217 * bell(nm, 437, 11.8, 36) + 0.681 * bell(nm, 459, 26, 13.8),
];

/** Planck's law, up to a factor; 1.4388e7 nm K is the second radiation constant. */
const lampAt = (nm: number): number => {
  const reduced = nm / 560;
  const fifth = reduced * reduced * reduced * reduced * reduced;
  return 1 / (fifth * (exponential(1.4388e7 / (nm * lampK)) - 1));
};

/** XYZ to linear sRGB (IEC 61966-2-1). */
const toSrgb = ([x, y, z]: Rgb): Rgb => [
  3.2406 * x - 1.5372 * y - 0.4986 * z,
  -0.9689 * x + 1.8758 * y + 0.0415 * z,
  0.0557 * x - 0.204 * y + 1.057 * z,
];

/**
 * The visible spectrum in steps of 5 nm, as a camera sees it whose white is balanced to the lamp. A
 * channel may take negative amounts of a pure wavelength: such colours lie outside of sRGB.
 */
export function spectralWeights(): SpectralWeight[] {
  const seen = Array.from({ length: 69 }, (_, n) => {
    const wavelengthNm = 385 + 5 * n;
    const lamp = lampAt(wavelengthNm);
    const weight = toSrgb(observerAt(wavelengthNm)).map((part) => part * lamp);
    return { wavelengthNm, weight: weight as unknown as Rgb };
  });
  const white = [0, 1, 2].map((channel) =>
    seen.reduce((sum, { weight }) => sum + (weight[channel] as number), 0),
  ) as unknown as Rgb;
  return seen.map(({ wavelengthNm, weight: [r, g, b] }) => ({
    wavelengthNm,
    weight: [r / white[0], g / white[1], b / white[2]],
  }));
}
