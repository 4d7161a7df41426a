import { coarse, fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { aciniAt } from '../section/lobule.ts';
import { columnar } from './columnar.ts';
import { debrisOf } from './debris.ts';
import { afloat } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** Of low grade: 10 to 14 µm, round, alike. */
const lowGradeNucleus: NucleusKind = {
  name: 'nucleus of low grade',
  hasCell: true,
  long: [5.6, 0.4],
  wide: [4.9, 0.35],
  unequal: 0.06,
  astray: 0.5,
  chromatin: { ...fine, base: 0.66, clump: 0.42, varies: 0.1, dark: 0.02, nucleoli: 0.15 },
  lumpy: 0.09,
  bend: 0.01,
};

/** Of high grade: many above 17 µm, of any shape, with coarse chromatin and nucleoli. */
export const highGradeNucleus: NucleusKind = {
  name: 'nucleus of high grade',
  hasCell: true,
  long: [7.9, 1.2],
  wide: [6.2, 0.9],
  unequal: 0.16,
  astray: 1,
  chromatin: coarse,
  lumpy: 0.15,
  bend: 0.035,
};

const [, myoepithelium] = normalLinings.acinus.layers;
const scattered = myoepithelium ? [{ ...myoepithelium, spacingUm: 11.5 }] : [];

const cribriform: Lining = {
  name: 'cribriform cells of low grade',
  wallMm: 0.1,
  uneven: 1.3,
  lumen: {
    kind: 'cribriform',
    pitchMm: 0.06,
    radiusMm: [0.015, 0.033],
    halfLengthMm: [0.01, 0.05],
    rimMm: 0.018,
    share: 0.95,
  },
  content: 'secretion',
  layers: [
    {
      nucleus: lowGradeNucleus,
      insideUm: [5.8, 1000],
      lumenUm: [-1000, -5.6],
      spacingUm: 8,
      rounds: 3,
      share: 1,
      apoptoses: 0.002,
      stands: 'to-lumen',
    },
    ...scattered,
  ],
  cytoplasm: {
    eosin: 0.41,
    haematoxylin: 0.195,
    varies: 0.16,
    apex: 0.12,
    clearBase: 0.15,
    vacuoles: 0.2,
    border: 0.9,
    gap: 0.28,
  },
  around: { sleeveMm: 0.03, retraction: 1, lymphocytes: 0.15 },
};

export const comedo: Lining = {
  ...cribriform,
  name: 'solid cells of high grade',
  wallMm: 0.072,
  uneven: 2.4,
  lumen: { kind: 'open' },
  content: 'necrosis',
  layers: [
    {
      nucleus: highGradeNucleus,
      insideUm: [6.5, 1000],
      lumenUm: [-1000, -3],
      spacingUm: 10.4,
      rounds: 2,
      share: 0.98,
      mitoses: 0.009,
      apoptoses: 0.02,
      stands: 'any',
    },
    ...scattered,
    ...debrisOf({ ghosts: 0.9, dark: 1 }),
  ],
  cytoplasm: {
    eosin: 0.43,
    haematoxylin: 0.265,
    varies: 0.24,
    apex: 0,
    clearBase: 0.1,
    vacuoles: 0.6,
    border: 0.9,
    gap: 0.5,
  },
  around: { sleeveMm: 0.07, retraction: 1.6, lymphocytes: 0.7 },
};

const [solid] = comedo.layers;
/** No two ducts have died alike: here cells died lately, there long ago, and macrophages have come in for them. */
const comedos = [
  comedo,
  {
    ...comedo,
    name: 'solid cells of high grade about shadows',
    wallMm: 0.05,
    layers: [...(solid ? [solid] : []), ...scattered, ...debrisOf({ ghosts: 1, dark: 0.3 })],
  },
  {
    ...comedo,
    name: 'solid cells of high grade about old debris',
    wallMm: 0.088,
    layers: [
      ...(solid ? [solid] : []),
      ...scattered,
      ...debrisOf({ ghosts: 0.35, dark: 1.5 }),
      { ...afloat, lumenUm: [22, 1000], clumped: 1.4, patchUm: 90 },
    ],
  },
] as const satisfies readonly Lining[];

/** Lobules whose acini the carcinoma has filled. */
const cancerised = (lining: Lining) => (ageYears: number) => ({
  ...aciniAt(ageYears, lining),
  pitchMm: 0.12,
  radiusMm: [0.035, 0.062] as const,
  halfLengthMm: [0, 0.04] as const,
});

/** Tufts with narrow necks and bulbous tips, of the same cells. */
const micropapillary: Lining = {
  ...cribriform,
  name: 'micropapillary cells of low grade',
  wallMm: 0.017,
  lumen: {
    kind: 'micropapillary',
    pitchMm: 0.05,
    lengthMm: [0.035, 0.09],
    neckMm: [0.008, 0.011],
    tipMm: [0.017, 0.03],
    share: 0.85,
  },
};

/**
 * A small focus like low-grade carcinoma that takes a space in part: bars, bridges and punched holes on one side,
 * the columnar cells that it grows in on the other.
 */
const atypical: Lining = {
  ...cribriform,
  name: 'atypical cells of low grade',
  wallMm: 0.095,
  uneven: 1,
  lumen: {
    kind: 'cribriform',
    pitchMm: 0.047,
    radiusMm: [0.012, 0.024],
    halfLengthMm: [0, 0.024],
    rimMm: 0.017,
    share: 1,
    spares: { part: 0.27, sizeMm: 0.16 },
  },
  layers: [
    ...columnar.layers
      .slice(0, 1)
      .map((layer) => ({ ...layer, insideUm: [8, 12] as const, spacingUm: 5.6 })),
    ...cribriform.layers
      .slice(0, 1)
      .map((layer) => ({ ...layer, insideUm: [17, 1000] as const, spacingUm: 8.2 })),
    ...scattered,
  ],
  around: { sleeveMm: 0.015, retraction: 1, lymphocytes: 0.05 },
};

/** It is small, takes some spaces of a unit in part and leaves the others to columnar cells. */
export const atypicalDuctalGrowth: Growth = {
  linings: [atypical],
  reachMm: 0.5,
  ductRadiusMm: [0.06, 0.1],
  lobuleMm: [0.2, 0.38],
  acini: (ageYears) => ({
    ...aciniAt(ageYears, columnar),
    some: { lining: atypical, share: 0.24 },
    pitchMm: 0.15,
    jitter: 0.28,
    radiusMm: [0.035, 0.082],
    halfLengthMm: [0, 0.05],
  }),
};

/** The stroma between ducts that a carcinoma has widened: no longer that of a lobule. */
const betweenDucts: Stroma = {
  ...denseStroma,
  name: 'stroma between ducts of low grade',
  fibroblasts: 0.28,
  lymphocytes: 0.008,
};

/** It takes several ducts of a unit, beside the one that has calcified, and widens them. */
export const lowGradeGrowth: Growth = {
  linings: [cribriform, cribriform, micropapillary],
  reachMm: 2.2,
  ductRadiusMm: [0.11, 0.24],
  lobuleMm: [0.32, 0.5],
  ground: betweenDucts,
  acini: (ageYears) => ({
    ...aciniAt(ageYears, cribriform),
    some: { lining: micropapillary, share: 0.15 },
    pitchMm: 0.25,
    jitter: 0.3,
    radiusMm: [0.05, 0.12],
    halfLengthMm: [0, 0.11],
    share: 0.85,
  }),
};

export const highGradeGrowth: Growth = {
  linings: comedos,
  reachMm: 2.4,
  ductRadiusMm: [0.12, 0.3],
  acini: cancerised(comedo),
};
