import {
  nucleiOf,
  stainVectorsOf,
  textureOf,
  unmixed,
} from '../../src/microscopy/metrics/index.ts';
import {
  ascending,
  noisePower,
  quantileOf,
  spectralExponent,
  squaresIn,
} from '../../src/radiography/index.ts';

/** A picture of a slide: red, green and blue in turn, 0 to 255. */
export interface SlidePicture {
  readonly values: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pitchUm: number;
}

/** What one field of a slide measures, by the name of the measure. */
export type SlideMeasures = Readonly<Record<string, number>>;

/** Brighter than this is glass, a lumen or fat. */
export const whiteGrey = 215;
/** The light of bare glass is taken from no picture: real ones have hardly any. */
const glass = 243;
const farUm = 1;
const squarePx = 256;

/** Measures a field; null where less than three tenths of it is tissue, or it is not stained. */
export function measureSlide({
  values,
  widthPx,
  heightPx,
  pitchUm,
}: SlidePicture): SlideMeasures | null {
  const greys = Float32Array.from({ length: widthPx * heightPx }, (_, n) =>
    [0.3, 0.59, 0.11].reduce((sum, part, c) => sum + part * (values[3 * n + c] as number), 0),
  );
  const white = greys.filter((grey) => grey > whiteGrey).length / greys.length;
  const vectors = white < 0.7 ? stainVectorsOf(values, glass) : null;
  if (!vectors) return null;
  const loads = unmixed(values, glass, vectors);
  const texture = textureOf(greys, widthPx, Math.round(farUm / pitchUm));
  const nuclei = nucleiOf(loads.haematoxylin, widthPx, pitchUm);
  const image = { widthPx, heightPx, pitchUm, originMm: [0, 0] as const, pixels: greys };
  const spectrum = noisePower(image, squaresIn(image, squarePx), 'hann');
  const [sortedGreys, haematoxylin, eosin] = [greys, loads.haematoxylin, loads.eosin].map(
    ascending,
  ) as [Float64Array, Float64Array, Float64Array];
  const named = (name: string, [r, g, b]: readonly [number, number, number]) => ({
    [`${name}: red`]: r,
    [`${name}: green`]: g,
    [`${name}: blue`]: b,
  });
  return {
    ...named('haematoxylin', vectors.haematoxylin),
    ...named('eosin', vectors.eosin),
    'haematoxylin, quantile 0.5': quantileOf(haematoxylin, 0.5),
    'haematoxylin, quantile 0.95': quantileOf(haematoxylin, 0.95),
    'eosin, quantile 0.5': quantileOf(eosin, 0.5),
    'eosin, quantile 0.95': quantileOf(eosin, 0.95),
    'grey level, quantile 0.1': quantileOf(sortedGreys, 0.1),
    'grey level, quantile 0.5': quantileOf(sortedGreys, 0.5),
    'grey level, quantile 0.9': quantileOf(sortedGreys, 0.9),
    'part that is white': white,
    'step between neighbours': texture.nextStep,
    'step over 1 µm': texture.farStep,
    'kurtosis of steps': texture.kurtosis,
    'co-occurrence at 1 µm: contrast': texture.contrast,
    'co-occurrence at 1 µm: homogeneity': texture.homogeneity,
    'co-occurrence at 1 µm: entropy': texture.entropy,
    'exponent of the spectrum, 32–5 µm': spectralExponent(spectrum, 1000 / 32, 1000 / 5),
    'exponent of the spectrum, 5–1.3 µm': spectralExponent(spectrum, 1000 / 5, 1000 / 1.3),
    'exponent of the spectrum, 1.3–0.6 µm': spectralExponent(spectrum, 1000 / 1.3, 1000 / 0.6),
    'nuclei in 1 mm²': nuclei.perMm2,
    'nuclei: median area in µm²': nuclei.medianUm2,
    'nuclei: part of the field': nuclei.part,
  };
}
