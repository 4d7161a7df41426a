import type { Spread } from './realism-reference.ts';

/**
 * What real slides measured: 97 fields of 128 µm at 0.25 µm a pixel, from three regions of invasive breast
 * cancer (TCGA-BRCA; two laboratories at least by their look), as `real-slides.ts` measures them: nine
 * fields in ten lie between (quantiles 0.05 and 0.95). Haematoxylin is widened to what an independent
 * program found in those and in two slides of another set. None of their pixels is kept here.
 */
export const realSlides: Readonly<Record<string, Spread>> = {
  'haematoxylin: red': [0.459, 0.673],
  'haematoxylin: green': [0.662, 0.836],
  'haematoxylin: blue': [0.293, 0.42],
  'eosin: red': [0.108, 0.281],
  'eosin: green': [0.855, 0.974],
  'eosin: blue': [0.203, 0.449],
  'haematoxylin, quantile 0.5': [-0.0507, 0.385],
  'haematoxylin, quantile 0.95': [0.507, 1.8],
  'eosin, quantile 0.5': [0.327, 0.858],
  'eosin, quantile 0.95': [0.74, 1.49],
  'grey level, quantile 0.1': [61.4, 130],
  'grey level, quantile 0.5': [132, 160],
  'grey level, quantile 0.9': [169, 208],
  'part that is white': [0.0066, 0.0708],
  'step between neighbours': [4.49, 8.36],
  'step over 1 µm': [13.7, 24.9],
  'kurtosis of steps': [4.61, 8.38],
  'co-occurrence at 1 µm: contrast': [1.67, 4.56],
  'co-occurrence at 1 µm: homogeneity': [0.479, 0.651],
  'co-occurrence at 1 µm: entropy': [5.11, 6.21],
  'exponent of the spectrum, 32–5 µm': [0.726, 2.19],
  'exponent of the spectrum, 5–1.3 µm': [3.11, 4.01],
  'exponent of the spectrum, 1.3–0.6 µm': [4.39, 5.14],
  'nuclei in 1 mm²': [1400, 6160],
  'nuclei: median area in µm²': [17.6, 36.8],
  'nuclei: part of the field': [0.0358, 0.325],
};
