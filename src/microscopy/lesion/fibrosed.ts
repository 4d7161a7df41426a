import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { normalNuclei } from '../cell/nucleus-kind.ts';
import { ghost } from './debris.ts';
import { afloat, foam } from './foam.ts';
import type { Growth } from './growth.ts';
import type { CellLayer, Lining } from './lining.ts';
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

/** Macrophages that have come for the dead matter, and lie about what is left of it. */
const clearing: CellLayer = {
  ...afloat,
  insideUm: [4, 1000],
  lumenUm: [1, 60],
  clumped: 0.5,
  patchUm: 60,
};

/** Others lie within the wall and on it. */
const settled = foam.layers.map((layer) => ({
  ...layer,
  insideUm: [4, 60] as const,
  lumenUm: [-1000, 12] as const,
  share: 0.5,
  clumped: 0.7,
}));

/** Fibroblasts between the layers of the scarred wall. */
const scarring: CellLayer = {
  nucleus: normalNuclei.fibroblast,
  insideUm: [3, 1000],
  lumenUm: [-1000, -2],
  spacingUm: 15,
  rounds: 1,
  share: 0.7,
  stands: 'flat',
};

/** Of the dead cells there are a few shadows left. */
const shadow: CellLayer = {
  nucleus: ghost,
  insideUm: [40, 1000],
  lumenUm: [20, 1000],
  spacingUm: 13,
  rounds: 1,
  share: 0.3,
  clumped: 0.5,
  stands: 'any',
};

/**
 * Where a carcinoma of the duct has gone: no epithelium, a wall thick with collagen and elastic fibres, a
 * plug of old, calcified matter with macrophages at its edge, a broad scar with lymphocytes.
 */
const regressed: Lining = {
  ...ectatic,
  name: 'duct without epithelium',
  wallMm: 0.024,
  uneven: 1.6,
  content: 'residue',
  layers: [scarring, ...settled, clearing, shadow],
  cytoplasm: {
    ...foam.cytoplasm,
    eosin: 0.5,
    haematoxylin: 0.085,
    varies: 0.1,
    apex: 0,
    vacuoles: 0,
    border: 0,
    gap: 0,
    lamellae: 0.16,
  },
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
