import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { Lining } from './lining.ts';

/** Small, bean-shaped, off the middle of their cell. */
const histiocyte: NucleusKind = {
  name: 'histiocyte nucleus',
  hasCell: true,
  long: [3.7, 0.5],
  wide: [2.6, 0.4],
  astray: 1,
  chromatin: {
    base: 0.62,
    clump: 0.3,
    rim: 0.32,
    varies: 0.25,
    nucleoli: 0.3,
    nucleolusUm: 0.6,
    clumpUm: 1.5,
  },
  lumpy: 0.07,
  bend: 0.06,
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
      spacingUm: 12.5,
      rounds: 2,
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
    border: 0.8,
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
