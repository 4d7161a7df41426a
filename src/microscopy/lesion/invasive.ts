import type { Phantom } from '../../phantom/index.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { ball, type Body } from '../section/body.ts';
import { comedo, highGradeNucleus } from './ductal.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { desmoplasticStroma } from './stroma.ts';

/** Between low and high grade. */
const invasiveNucleus: NucleusKind = {
  ...highGradeNucleus,
  name: 'nucleus of invasive carcinoma',
  long: [6.8, 1.2],
  wide: [5.2, 0.9],
  chromatin: { ...highGradeNucleus.chromatin, clumpUm: 1.8, nucleoli: 0.6, nucleolusUm: 1 },
  lumpy: 0.14,
};

/** Nests without myoepithelium; no basement membrane to draw back from, but gaps all the same. */
const nest: Lining = {
  ...comedo,
  name: 'cells of invasive carcinoma',
  wallMm: 1,
  uneven: 2.3,
  content: 'empty',
  layers: [
    {
      nucleus: invasiveNucleus,
      insideUm: [2.4, 1000],
      lumenUm: [-1000, 1000],
      spacingUm: 8.3,
      rounds: 2,
      share: 0.97,
      mitoses: 0.006,
      apoptoses: 0.01,
      stands: 'any',
    },
  ],
  cytoplasm: { ...comedo.cytoplasm, eosin: 0.46, haematoxylin: 0.24, gap: 0.3 },
  around: { sleeveMm: 0, retraction: 1.3, lymphocytes: 0.1, invades: true },
};

/** Nests and cords, drawn out along the fibres. */
const nests = {
  lining: nest,
  pitchMm: 0.06,
  jitter: 0.4,
  radiusMm: [0.01, 0.03],
  halfLengthMm: [0.005, 0.075],
  share: 0.62,
  flow: 0.8,
} as const;

/** Single cells and files of cells that have left the nests. */
const strays = {
  lining: nest,
  pitchMm: 0.056,
  jitter: 0.45,
  radiusMm: [0.0055, 0.009],
  halfLengthMm: [0, 0.03],
  share: 0.5,
  flow: 0.8,
} as const;

/** What lies in the carcinoma is calcified in its ducts; these hold carcinoma in situ of high grade. */
export const invasiveGrowth: Growth = {
  linings: [comedo],
  reachMm: 1,
  ductRadiusMm: [0.1, 0.2],
  adds({ lesion, plan }: Phantom): Body[] {
    const radiusMm = Math.min(12, 0.8 * lesion.reachMm + 2);
    const stand = { ...nests, seed: plan.seed };
    return [
      {
        kind: 'growth',
        id: 0,
        shape: ball(lesion.at, radiusMm),
        wallMm: 0,
        stand,
        stroma: desmoplasticStroma,
      },
      {
        kind: 'growth',
        id: 1,
        shape: ball(lesion.at, radiusMm),
        wallMm: 0,
        stand: { ...strays, seed: plan.seed + 1 },
      },
    ];
  },
};
