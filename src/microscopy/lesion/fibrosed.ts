import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { normalNuclei } from '../cell/nucleus-kind.ts';
import { debris } from './debris.ts';
import { afloat, foam } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';

const { acinus } = normalLinings;

/** A lining pressed flat: one row of low cells. */
const flatNucleus: NucleusKind = {
  ...normalNuclei.luminal,
  name: 'flattened nucleus',
  long: [4.4, 0.8],
  wide: [1.7, 0.4],
  astray: 0.2,
};

/** Wide ducts with a flat lining, full of thick secretion and foam cells, in a fibrous sleeve. */
const ectatic: Lining = {
  ...acinus,
  name: 'flattened cells of an ectatic duct',
  wallMm: 0.007,
  uneven: 1.2,
  content: 'inspissated',
  layers: [
    {
      nucleus: flatNucleus,
      insideUm: [1.5, 6],
      lumenUm: [-1000, 0],
      spacingUm: 10,
      rounds: 2,
      share: 0.9,
      stands: 'flat',
    },
    afloat,
  ],
  cytoplasm: { ...acinus.cytoplasm, clearBase: 0, vacuoles: 0.2 },
  around: { sleeveMm: 0.16, retraction: 0.6, lymphocytes: 0.5 },
};

/** Macrophages that clear the dead matter away, at its edge. */
const clearing = foam.layers.map((layer) => ({
  ...layer,
  insideUm: [2, 34] as const,
  lumenUm: [-1000, 32] as const,
  share: 0.6,
  clumped: 0.5,
}));

/** Without a rim of living cells dead ones lie right up to the edge. */
const fromEdgeUm = [3, 1000] as const;

/**
 * Where a carcinoma of the duct has gone: no epithelium, a plug of dead matter with macrophages at its
 * edge, a broad scar.
 */
const regressed: Lining = {
  ...ectatic,
  name: 'duct without epithelium',
  wallMm: 0.002,
  content: 'necrosis',
  layers: [...clearing, ...debris.map((layer) => ({ ...layer, insideUm: fromEdgeUm }))],
  cytoplasm: { ...foam.cytoplasm, eosin: 0.3, vacuoles: 1.6 },
  around: { sleeveMm: 0.19, retraction: 0.5, lymphocytes: 0.9 },
};

export const ectasiaGrowth: Growth = {
  linings: [ectatic],
  reachMm: 4,
  ductRadiusMm: [0.25, 0.55],
};

export const regressedGrowth: Growth = {
  linings: [regressed],
  reachMm: 1.6,
  ductRadiusMm: [0.05, 0.14],
};
