import { normalNuclei } from '../cell/nucleus-kind.ts';
import type { Lining } from './lining.ts';

/** Two layers: luminal cells, and flat myoepithelium on the basement membrane. */
const acinus: Lining = {
  name: 'acinus',
  wallMm: 0.015,
  uneven: 1,
  lumen: { kind: 'open' },
  content: 'secretion',
  layers: [
    {
      nucleus: normalNuclei.luminal,
      insideUm: [5.4, 1000],
      lumenUm: [-1000, -3.2],
      spacingUm: 5.6,
      rounds: 3,
      share: 1,
      stands: 'upright',
    },
    {
      nucleus: normalNuclei.myoepithelial,
      insideUm: [0.7, 1.9],
      lumenUm: [-1000, 1000],
      spacingUm: 9,
      rounds: 2,
      share: 0.85,
      stands: 'flat',
    },
  ],
  cytoplasm: {
    eosin: 0.4,
    haematoxylin: 0.2,
    varies: 0.14,
    apex: 0.1,
    clearBase: 0.4,
    vacuoles: 1,
    border: 0.25,
    gap: 0,
  },
  around: { sleeveMm: 0, retraction: 1, lymphocytes: 0 },
};

/**
 * The linings of normal glands. Luminal nuclei are 7 to 9 µm, so an acinus has a wall of some 15 µm and
 * a duct, whose cells are taller, one of some 18 µm (assumed).
 */
export const normalLinings = {
  acinus,
  duct: { ...acinus, name: 'duct', wallMm: 0.018 },
} as const satisfies Record<string, Lining>;
