import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { CellLayer, Lining } from './lining.ts';

/** Small, bean-shaped, at the side of their cell. */
const histiocyte: NucleusKind = {
  name: 'histiocyte nucleus',
  hasCell: true,
  long: [3.2, 0.4],
  wide: [2.3, 0.3],
  unequal: 0.1,
  astray: 1,
  offUm: 3.2,
  chromatin: { ...fine, vesicle: 0.25, rim: 0.28, nucleoli: 0.3 },
  lumpy: 0.07,
  bend: 0.06,
};

/** A macrophage with the rust of blood: haemosiderin. */
export const siderophage: NucleusKind = {
  ...histiocyte,
  name: 'siderophage',
  hasCell: false,
  body: {
    share: 1,
    longUm: 6.6,
    wideUm: 4.6,
    unequal: 0.35,
    offUm: 2,
    haematoxylin: 0.08,
    eosin: 0.34,
    covers: 0.85,
    softUm: 0.7,
    pigment: 1.5,
  },
};

/** Macrophages afloat in a lumen, of all sizes, huddled together. */
export const afloat: CellLayer = {
  nucleus: {
    ...histiocyte,
    name: 'foam cell',
    hasCell: false,
    body: {
      share: 1,
      longUm: 9,
      wideUm: 8,
      unequal: 0.38,
      offUm: 3.4,
      haematoxylin: 0.09,
      eosin: 0.36,
      covers: 1,
      softUm: 0.6,
      foam: 0.55,
    },
  },
  insideUm: [12, 1000],
  lumenUm: [9, 1000],
  spacingUm: 10.5,
  rounds: 2,
  share: 0.75,
  clumped: 1.85,
  patchUm: 170,
  stands: 'any',
};

/** Macrophages full of fat about a drop of oil. */
export const foam: Lining = {
  name: 'foam cells about oil',
  wallMm: 0.03,
  uneven: 1.8,
  lumen: { kind: 'open' },
  content: 'oil',
  layers: [
    {
      nucleus: histiocyte,
      insideUm: [3, 1000],
      lumenUm: [-1000, -3],
      spacingUm: 10.5,
      rounds: 1,
      share: 0.9,
      stands: 'any',
    },
  ],
  cytoplasm: {
    eosin: 0.26,
    haematoxylin: 0.09,
    varies: 0.2,
    apex: 0.05,
    clearBase: 0,
    vacuoles: 3,
    border: 1.8,
    gap: 0.15,
  },
  around: { sleeveMm: 0.02, retraction: 0.3, lymphocytes: 0.25 },
};

/** Histiocytes against something foreign, fused to giant cells here and there. */
export const foreign: Lining = {
  ...foam,
  name: 'foreign body reaction',
  wallMm: 0.022,
  content: 'empty',
  layers: foam.layers.map((layer) => ({ ...layer, spacingUm: 7.4, share: 0.75 })),
  cytoplasm: { ...foam.cytoplasm, eosin: 0.46, haematoxylin: 0.14, vacuoles: 0.6, border: 0.3 },
};
