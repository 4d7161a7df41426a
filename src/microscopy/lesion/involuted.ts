import { aciniAt } from '../section/lobule.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { denseStroma, type Stroma } from './stroma.ts';
import { normalNuclei, type NucleusKind } from '../cell/nucleus-kind.ts';

/** The stroma of lobules after the menopause: dense, with hardly a cell. */
const hyaline: Stroma = {
  ...denseStroma,
  name: 'hyaline stroma of an involuted lobule',
  eosin: 0.48,
  bundles: 0.15,
  loose: 0,
  fibroblasts: 0.16,
  lymphocytes: 0.004,
};

/** Of a cell that has become low: small, dark, along the basement membrane. */
const atrophicNucleus: NucleusKind = {
  ...normalNuclei.luminal,
  name: 'atrophic nucleus',
  long: [3.2, 0.5],
  wide: [2, 0.35],
  astray: 0.5,
  chromatin: { ...normalNuclei.luminal.chromatin, base: 0.8, nucleoli: 0 },
};

/** What is left of acini: one flat layer, hardly a lumen. */
const atrophic: Lining = {
  ...normalLinings.acinus,
  name: 'atrophic acinus',
  wallMm: 0.0095,
  uneven: 0.8,
  layers: [
    {
      nucleus: atrophicNucleus,
      insideUm: [3, 7.5],
      lumenUm: [-1000, -1.8],
      spacingUm: 7,
      rounds: 3,
      share: 0.95,
      stands: 'flat',
    },
    ...normalLinings.acinus.layers.slice(1).map((layer) => ({ ...layer, share: 0.4 })),
  ],
};

export const involutedGrowth: Growth = {
  linings: [atrophic],
  reachMm: 2.5,
  ground: hyaline,
  lobuleMm: [0.16, 0.3],
  acini: (ageYears) => ({
    ...aciniAt(ageYears, atrophic),
    pitchMm: 0.072,
    radiusMm: [0.0115, 0.0195],
    halfLengthMm: [0, 0.028],
    share: 0.7,
  }),
};
