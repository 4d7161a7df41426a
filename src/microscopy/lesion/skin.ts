import type { Phantom, PhantomPoint } from '../../phantom/index.ts';
import { ball, type Body } from '../section/body.ts';
import { epidermisOver } from './epidermis.ts';
import { foam } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { eachPart } from './parts.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** Lobules of pale, foamy cells. */
const sebaceous: Lining = {
  ...foam,
  name: 'sebaceous gland',
  wallMm: 0.2,
  uneven: 1.2,
  layers: foam.layers.map((layer) => ({ ...layer, spacingUm: 13, share: 0.95 })),
  around: { sleeveMm: 0.02, retraction: 0.6, lymphocytes: 0.05 },
};

const dermis: Stroma = {
  ...denseStroma,
  name: 'dermis',
  eosin: 0.6,
  bundles: 1.3,
  fibroblasts: 0.16,
  lymphocytes: 0.006,
};

export const skinGrowth: Growth = {
  linings: [sebaceous],
  reachMm: 0,
  adds: (phantom) => [...dermisOf(phantom), ...epidermisOver(phantom, placesOf(phantom))],
};

const placesOf = ({ lesion }: Phantom): PhantomPoint[] =>
  lesion.parts.flatMap((part) => (part.kind === 'skin' ? [part.at] : []));

const dermisOf = eachPart((part, id, { plan }): Body[] =>
  part.kind === 'skin'
    ? [
        {
          kind: 'growth',
          id,
          shape: ball(part.at, part.radiusMm + 0.9),
          wallMm: 0,
          stroma: dermis,
          stand: {
            lining: sebaceous,
            seed: plan.seed,
            pitchMm: 0.34,
            jitter: 0.4,
            radiusMm: [0.05, 0.11],
            halfLengthMm: [0, 0.05],
            share: 0.28,
          },
        },
      ]
    : [],
);
