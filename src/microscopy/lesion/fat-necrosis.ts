import { ball, type Body } from '../section/body.ts';
import { foam } from './foam.ts';
import type { Growth } from './growth.ts';
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

const oilDrops = (seed: number): Body['stand'] => ({
  lining: foam,
  seed,
  pitchMm: 0.19,
  jitter: 0.4,
  radiusMm: [0.034, 0.105],
  halfLengthMm: [0, 0.05],
  share: 0.7,
});

/** How wide the fibrosis about an oil cyst is. */
const capsuleMm = 0.35;

export const fatNecrosisGrowth: Growth = {
  linings: [{ ...foam, name: 'wall of an oil cyst', wallMm: 0.04 }],
  reachMm: 0,
  displaces: true,
  adds: eachPart((part, id, { plan }) =>
    part.kind === 'cyst'
      ? [
          {
            kind: 'growth',
            id,
            shape: ball(part.at, part.radiusMm + capsuleMm),
            wallMm: 0,
            stroma: necroticFat,
            stand: oilDrops(plan.seed) as NonNullable<Body['stand']>,
          },
        ]
      : massOf(part, id, necroticFat, oilDrops(plan.seed)),
  ),
};
