import type { Tdlu } from '../../phantom/index.ts';
import type { Lining } from '../lesion/lining.ts';
import { normalLinings } from '../lesion/normal.ts';
import { looseStroma } from '../lesion/stroma.ts';
import { ball, type Body } from './body.ts';
import type { Stand } from './stand.ts';

/**
 * The part of a unit's radius that is lobule, with its loose stroma; the rest is the duct that leads
 * to it and what lies between (assumed, so that a cut lobule shows some 20 to 100 acini).
 */
const lobuleShare = 0.55;

/** How the acini of a lobule stand, without the lobule's own seed. */
export type AcinarHabit = Omit<Stand, 'seed'>;

/** Acini of a normal lobule: some 40 to 60 µm wide, most of them cut across. */
const normalAcini = {
  pitchMm: 0.07,
  jitter: 0.27,
  radiusMm: [0.018, 0.031],
  halfLengthMm: [0, 0.035],
} as const;
/** Of the places of a lobule, the part that holds an acinus: before and after the menopause. */
const kept = { before: 0.85, after: 0.4 } as const;

/** The radius of the lobule of a unit: acini and the loose stroma about them. */
export const lobuleRadiusMm = (tdlu: Tdlu): number => lobuleShare * tdlu.radiusMm;

/** How acini stand at an age; with age fewer are left. */
export const aciniAt = (ageYears: number, lining: Lining = normalLinings.acinus): AcinarHabit => ({
  ...normalAcini,
  lining,
  share: ageYears > 52 ? kept.after : kept.before,
});

/** The lobule of a unit, with its acini. */
export const lobuleOf = (tdlu: Tdlu, acini: AcinarHabit): Body => ({
  kind: 'lobule',
  id: tdlu.id,
  shape: ball(tdlu.at, lobuleRadiusMm(tdlu)),
  wallMm: 0,
  stand: { ...acini, seed: tdlu.seed },
  stroma: looseStroma,
});
