import type { Part, Phantom } from '../../phantom/index.ts';
import { ball, type Body } from '../section/body.ts';
import type { AcinarHabit } from '../section/lobule.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { eachPart } from './parts.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** Two layers still, but pressed together: small dark nuclei, the myoepithelium often the plainer one. */
const compressed: Lining = {
  ...normalLinings.acinus,
  name: 'compressed tubule',
  wallMm: 0.0095,
  uneven: 0.7,
  layers: normalLinings.acinus.layers.map((layer, n) =>
    n === 0
      ? {
          ...layer,
          nucleus: {
            ...layer.nucleus,
            name: 'compressed nucleus',
            long: [3.5, 0.6],
            wide: [2.4, 0.4],
          },
          insideUm: [3.4, 1000],
          lumenUm: [-1000, -1.8],
          spacingUm: 5,
        }
      : { ...layer, insideUm: [0.3, 1.7], spacingUm: 6.5 },
  ),
  cytoplasm: { ...normalLinings.acinus.cytoplasm, clearBase: 0.25, vacuoles: 0.5 },
  around: { sleeveMm: 0, retraction: 0.5, lymphocytes: 0.03 },
};

/** The sclerotic stroma between the tubules. */
const sclerotic: Stroma = {
  ...denseStroma,
  name: 'stroma of sclerosing adenosis',
  eosin: 0.46,
  bundles: 0.4,
  loose: 0.12,
  fibroblasts: 0.34,
  lymphocytes: 0.01,
};

const tubules: AcinarHabit = {
  lining: compressed,
  pitchMm: 0.031,
  jitter: 0.34,
  radiusMm: [0.009, 0.0175],
  halfLengthMm: [0.012, 0.05],
  share: 0.95,
  lie: 'whorled',
};

/** An enlarged lobule is about so wide, in half. */
const radiusMm = 0.52;

/**
 * A lobulocentric nodule about each part: where two of them meet they are one, as the same tubules stand in
 * both, whichever asks for them. So no mineral lies in a cyst by itself.
 */
const noduleOf = (part: Part, id: number, { plan }: Phantom): Body[] => [
  {
    kind: 'growth',
    id,
    shape: ball(part.at, radiusMm * (0.8 + 0.08 * ((id * 7) % 5))),
    wallMm: 0,
    stand: { ...tubules, seed: plan.seed },
    stroma: sclerotic,
  },
];

export const adenosisGrowth: Growth = {
  linings: [compressed],
  reachMm: 0.8,
  acini: () => tubules,
  ground: sclerotic,
  adds: eachPart(noduleOf),
};
