import { aciniAt } from '../section/lobule.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** The stroma of lobules after the menopause: dense, with hardly a cell. */
const hyaline: Stroma = {
  ...denseStroma,
  name: 'hyaline stroma of an involuted lobule',
  eosin: 0.48,
  bundles: 0.15,
  loose: 0.08,
  fibroblasts: 0.16,
  lymphocytes: 0.004,
};

/** What is left of acini: one flat layer, hardly a lumen. */
const atrophic: Lining = {
  ...normalLinings.acinus,
  name: 'atrophic acinus',
  wallMm: 0.0095,
  uneven: 0.8,
  layers: normalLinings.acinus.layers.map((layer, n) =>
    n === 0 ? { ...layer, insideUm: [3, 1000] as const, lumenUm: [-1000, -1.6] as const } : layer,
  ),
};

export const involutedGrowth: Growth = {
  linings: [atrophic],
  reachMm: 2.5,
  ground: hyaline,
  lobuleMm: [0.14, 0.26],
  acini: (ageYears) => ({
    ...aciniAt(ageYears, atrophic),
    pitchMm: 0.085,
    radiusMm: [0.0105, 0.019],
    halfLengthMm: [0, 0.02],
    share: 0.5,
  }),
};
