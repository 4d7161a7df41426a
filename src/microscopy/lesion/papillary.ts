import { normalNuclei, type NucleusKind } from '../cell/nucleus-kind.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { looseStroma, type Stroma } from './stroma.ts';

const { acinus } = normalLinings;

const papillaryNucleus: NucleusKind = {
  ...normalNuclei.luminal,
  name: 'papillary nucleus',
  long: [4.6, 0.6],
  wide: [3.2, 0.5],
  astray: 0.4,
};

/** Two layers, as in a duct, on fronds with a core of stroma that fill a wide space. */
const papillary: Lining = {
  ...acinus,
  name: 'cells of a papilloma',
  wallMm: 0.021,
  uneven: 1.4,
  lumen: { kind: 'fronds', pitchMm: 0.17, coreMm: 0.046 },
  layers: acinus.layers.map((layer, n) =>
    n === 0 ? { ...layer, nucleus: papillaryNucleus, spacingUm: 5.8 } : layer,
  ),
};

/** What the cores of fronds are made of: loose fibres about thin vessels. */
const fibrovascular: Stroma = {
  ...looseStroma,
  name: 'fibrovascular cores',
  loose: 0.62,
  fibroblasts: 0.4,
};

export const papillomaGrowth: Growth = {
  linings: [papillary],
  reachMm: 0,
  mass: { lining: papillary, stroma: fibrovascular },
};
