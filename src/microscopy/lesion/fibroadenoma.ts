import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { eachPart, massOf } from './parts.ts';
import { looseStroma, type Stroma } from './stroma.ts';

/** Ducts that the stroma of a fibroadenoma has pressed to slits. */
const slit: Lining = {
  ...normalLinings.duct,
  name: 'slit duct',
  wallMm: 0.015,
  uneven: 1.1,
  around: { sleeveMm: 0, retraction: 1.4, lymphocytes: 0.02 },
};

/** Ducts that nodules of stroma have pressed to long, bent clefts. */
const cleft: Lining = {
  ...slit,
  name: 'cleft between nodules of stroma',
  lumen: { kind: 'clefts', pitchMm: 0.5, halfMm: 0.019 },
};

/** Pale and myxoid in the young, hyaline in the old. */
const fibroadenomaStroma = (ageYears: number): Stroma => ({
  ...looseStroma,
  name: 'stroma of a fibroadenoma',
  eosin: ageYears > 50 ? 0.5 : 0.4,
  loose: ageYears > 50 ? 0.3 : 0.62,
  bundles: 0.25,
  fibroblasts: ageYears > 50 ? 0.22 : 0.5,
  lymphocytes: 0.004,
});

export const fibroadenomaGrowth: Growth = {
  linings: [slit],
  reachMm: 0,
  displaces: true,
  mass: { lining: cleft },
  adds: eachPart((part, id, { plan }) =>
    massOf(part, id, fibroadenomaStroma(plan.ageYears), {
      lining: slit,
      seed: plan.seed,
      pitchMm: 0.26,
      jitter: 0.36,
      radiusMm: [0.018, 0.034],
      halfLengthMm: [0.05, 0.26],
      share: plan.ageYears > 50 ? 0.4 : 0.62,
      lie: 'whorled',
    }),
  ),
};
