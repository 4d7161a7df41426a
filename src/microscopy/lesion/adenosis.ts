import type { Part, Phantom } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import type { AcinarHabit } from '../section/lobule.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
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

/** An enlarged lobule reaches so far beyond its mineral. */
const beyondMm = [0.42, 0.56] as const;

/** The parts of each lobule that is enlarged, from one side of it to the other. */
function lobulesOf(parts: readonly Part[]): (readonly Part[])[] {
  const found = new Map<number, Part[]>();
  for (const [n, part] of parts.entries()) {
    const tdlu = part.kind === 'acinus' ? part.tdlu : -1 - n;
    found.set(tdlu, [...(found.get(tdlu) ?? []), part]);
  }
  return [...found.values()].map((all) => all.sort((a, b) => a.at[0] - b.at[0]));
}

/** A nodule about the mineral of each lobule: none lies in a cyst by itself. */
const nodulesOf = ({ lesion, plan }: Phantom): Body[] =>
  lobulesOf(lesion.parts).map((parts, id): Body => ({
    kind: 'growth',
    id,
    shape: {
      kind: 'limb',
      course: parts.map(({ at }) => at),
      radiiMm: parts.map((_, n) => beyondMm[(id + n) % 2 === 0 ? 0 : 1]),
    },
    wallMm: 0,
    stand: { ...tubules, seed: plan.seed },
    stroma: sclerotic,
  }));

export const adenosisGrowth: Growth = {
  linings: [compressed],
  reachMm: 0.8,
  acini: () => tubules,
  ground: sclerotic,
  adds: nodulesOf,
};
