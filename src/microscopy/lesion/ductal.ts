import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { aciniAt } from '../section/lobule.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';

/** Of low grade: 10 to 14 µm, round, alike. */
const lowGradeNucleus: NucleusKind = {
  name: 'nucleus of low grade',
  long: [5.6, 0.4],
  wide: [4.9, 0.35],
  astray: 0.5,
  chromatin: { base: 0.66, clump: 0.24, rim: 0.34, varies: 0.12, nucleoli: 0.15, nucleolusUm: 0.6 },
  lumpy: 0.05,
  bend: 0.01,
};

/** Of high grade: many above 17 µm, of any shape, with coarse chromatin and nucleoli. */
const highGradeNucleus: NucleusKind = {
  name: 'nucleus of high grade',
  long: [8.2, 1.5],
  wide: [6, 1.1],
  astray: 1,
  chromatin: { base: 0.58, clump: 0.5, rim: 0.5, varies: 0.34, nucleoli: 0.75, nucleolusUm: 1.25 },
  lumpy: 0.13,
  bend: 0.02,
};

const [, myoepithelium] = normalLinings.acinus.layers;
const scattered = myoepithelium ? [{ ...myoepithelium, spacingUm: 13 }] : [];

const cribriform: Lining = {
  name: 'cribriform cells of low grade',
  wallMm: 0.09,
  uneven: 1.3,
  lumen: {
    kind: 'cribriform',
    pitchMm: 0.074,
    radiusMm: [0.012, 0.032],
    halfLengthMm: [0, 0.035],
    rimMm: 0.018,
    share: 0.9,
  },
  content: 'secretion',
  layers: [
    {
      nucleus: lowGradeNucleus,
      insideUm: [5, 1000],
      lumenUm: [-1000, -4.6],
      spacingUm: 8,
      rounds: 3,
      share: 1,
      stands: 'to-lumen',
    },
    ...scattered,
  ],
  cytoplasm: {
    eosin: 0.42,
    haematoxylin: 0.22,
    varies: 0.16,
    apex: 0.12,
    clearBase: 0.15,
    vacuoles: 0.2,
    border: 0.5,
    gap: 0.1,
  },
  around: { sleeveUm: 30, retraction: 1, lymphocytes: 0.15 },
};

const comedo: Lining = {
  ...cribriform,
  name: 'solid cells of high grade',
  wallMm: 0.072,
  uneven: 2.4,
  lumen: { kind: 'open' },
  content: 'necrosis',
  layers: [
    {
      nucleus: highGradeNucleus,
      insideUm: [5, 1000],
      lumenUm: [-1000, -3],
      spacingUm: 11.5,
      rounds: 2,
      share: 1,
      stands: 'any',
    },
    ...scattered,
  ],
  cytoplasm: {
    eosin: 0.46,
    haematoxylin: 0.26,
    varies: 0.4,
    apex: 0,
    clearBase: 0.1,
    vacuoles: 0.6,
    border: 0.6,
    gap: 0.35,
  },
  around: { sleeveUm: 70, retraction: 1.6, lymphocytes: 0.8 },
};

/** Lobules whose acini the carcinoma has filled. */
const cancerised = (lining: Lining) => (ageYears: number) => ({
  ...aciniAt(ageYears, lining),
  pitchMm: 0.12,
  radiusMm: [0.035, 0.062] as const,
  halfLengthMm: [0, 0.04] as const,
});

export const lowGradeGrowth: Growth = {
  lining: cribriform,
  reachMm: 2.2,
  ducts: { lining: cribriform, radiusMm: [0.11, 0.24] },
  acini: cancerised(cribriform),
};

export const highGradeGrowth: Growth = {
  lining: comedo,
  reachMm: 2.4,
  ducts: { lining: comedo, radiusMm: [0.12, 0.3] },
  acini: cancerised(comedo),
};
