import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { aciniAt } from '../section/lobule.ts';
import { afloat } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';

/** Round, with one prominent nucleolus. */
const apocrineNucleus: NucleusKind = {
  name: 'apocrine nucleus',
  hasCell: true,
  long: [4.2, 0.45],
  wide: [3.9, 0.4],
  astray: 1,
  chromatin: {
    ...fine,
    base: 0.6,
    vesicle: 0.42,
    rim: 0.42,
    dark: 0.02,
    nucleoli: 0.95,
    nucleolusUm: 1.1,
  },
  lumpy: 0.04,
  bend: 0.01,
};

/** Tall cells with abundant granular eosinophilic cytoplasm; nuclei stand at their base. */
const apocrine: Lining = {
  ...normalLinings.acinus,
  name: 'apocrine cells',
  wallMm: 0.022,
  uneven: 1.3,
  content: 'fluid',
  layers: [
    {
      nucleus: apocrineNucleus,
      insideUm: [6, 12],
      lumenUm: [-1000, -6],
      spacingUm: 9,
      rounds: 3,
      share: 1,
      stands: 'any',
    },
    ...normalLinings.acinus.layers.slice(1),
    afloat,
  ],
  cytoplasm: {
    eosin: 0.66,
    haematoxylin: 0.1,
    varies: 0.12,
    granular: 0.26,
    apex: 0.1,
    clearBase: 0.3,
    vacuoles: 0.3,
    border: 0.45,
    gap: 0,
  },
};

/** The lining of a cyst, pressed flat by its fluid. */
const flat: Lining = {
  ...normalLinings.acinus,
  name: 'flat lining of a cyst',
  wallMm: 0.008,
  uneven: 0.8,
  content: 'fluid',
  layers: [
    {
      nucleus: {
        ...apocrineNucleus,
        name: 'flat nucleus',
        hasCell: true,
        long: [4.2, 0.7],
        wide: [1.9, 0.4],
        astray: 0.2,
      },
      insideUm: [1.5, 1000],
      lumenUm: [-1000, -1.4],
      spacingUm: 9,
      rounds: 2,
      share: 0.85,
      stands: 'flat',
    },
    afloat,
  ],
  cytoplasm: { ...normalLinings.acinus.cytoplasm, eosin: 0.36, clearBase: 0 },
  around: { sleeveMm: 0.04, retraction: 0.7, lymphocytes: 0.08 },
};

const widened = (lining: Lining, radiusMm: readonly [number, number]) => (ageYears: number) => ({
  ...aciniAt(ageYears, lining),
  pitchMm: 0.2,
  radiusMm,
  halfLengthMm: [0, 0.07] as const,
  share: 0.75,
});

export const apocrineGrowth: Growth = {
  linings: [apocrine],
  reachMm: 1.4,
  acini: widened(apocrine, [0.05, 0.13]),
};
export const simpleCystGrowth: Growth = {
  linings: [flat],
  reachMm: 0.9,
  acini: widened(flat, [0.04, 0.1]),
};
