import type { Part } from '../../phantom/index.ts';
import { ball, type Body } from '../section/body.ts';
import type { Stand } from '../section/stand.ts';
import { foam, foreign } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { eachPart, massOf } from './parts.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** Fibrous tissue in which fat has died. */
const necroticFat: Stroma = {
  ...denseStroma,
  name: 'fibrosis about dead fat',
  eosin: 0.44,
  loose: 0.35,
  bundles: 0.6,
  fibroblasts: 0.4,
  lymphocytes: 0.035,
};

/** Histiocytes that have run together: many nuclei in one cell. */
const giant: Lining = {
  ...foreign,
  name: 'giant cell',
  wallMm: 0.2,
  uneven: 1.4,
  layers: foreign.layers.map((layer) => ({ ...layer, spacingUm: 5.6, share: 0.85 })),
  cytoplasm: { ...foreign.cytoplasm, eosin: 0.5, border: 0, gap: 0 },
};

/** Sheets of foam cells without a drop in their middle. */
const sheet: Lining = { ...foam, name: 'sheet of foam cells', wallMm: 0.2, uneven: 2.2 };

/** What fills the fibrosis: drops of oil in foam cells, foam cells alone, giant cells. */
const fillings = (seed: number): Stand[] => [
  {
    lining: foam,
    seed,
    pitchMm: 0.19,
    jitter: 0.4,
    radiusMm: [0.034, 0.105],
    halfLengthMm: [0, 0.05],
    share: 0.55,
  },
  {
    lining: sheet,
    seed: seed + 1,
    pitchMm: 0.27,
    jitter: 0.4,
    radiusMm: [0.03, 0.08],
    halfLengthMm: [0.02, 0.12],
    share: 0.4,
  },
  {
    lining: giant,
    seed: seed + 2,
    pitchMm: 0.14,
    jitter: 0.45,
    radiusMm: [0.011, 0.024],
    halfLengthMm: [0, 0.014],
    share: 0.3,
  },
];

/** How wide the fibrosis about an oil cyst is. */
const capsuleMm = 0.35;

const fibrosisOf = (part: Part, id: number): Body[] =>
  part.kind === 'cyst'
    ? [
        {
          kind: 'growth',
          id,
          shape: ball(part.at, part.radiusMm + capsuleMm),
          wallMm: 0,
          stroma: necroticFat,
        },
      ]
    : massOf(part, id, necroticFat);

export const fatNecrosisGrowth: Growth = {
  linings: [{ ...foam, name: 'wall of an oil cyst', wallMm: 0.04 }],
  reachMm: 0,
  displaces: true,
  adds: eachPart((part, id, { plan }) =>
    fibrosisOf(part, id).flatMap((body) =>
      fillings(plan.seed).map((stand) => ({ ...body, stand })),
    ),
  ),
};
