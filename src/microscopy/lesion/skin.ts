import type { Phantom, PhantomPoint } from '../../phantom/index.ts';
import { ball, type Body } from '../section/body.ts';
import { appendagesOf } from './appendage.ts';
import { epidermisOver } from './epidermis.ts';
import type { Growth } from './growth.ts';
import { eachPart } from './parts.ts';
import { sebaceous } from './sebaceous.ts';
import { denseStroma, type Stroma } from './stroma.ts';

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
  adds: (phantom) => [
    ...dermisOf(phantom),
    ...epidermisOver(phantom, placesOf(phantom)),
    ...appendagesOf(phantom),
  ],
};

const placesOf = ({ lesion }: Phantom): PhantomPoint[] =>
  lesion.parts.flatMap((part) => (part.kind === 'skin' ? [part.at] : []));

const dermisOf = eachPart((part, id): Body[] =>
  part.kind === 'skin'
    ? [
        {
          kind: 'growth',
          id,
          shape: ball(part.at, part.radiusMm + 0.9),
          wallMm: 0,
          stroma: dermis,
        },
      ]
    : [],
);
