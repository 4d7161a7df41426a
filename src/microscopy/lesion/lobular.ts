import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { aciniAt } from '../section/lobule.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';

/** Small round nuclei, all alike, off the middle of their cells, with pale even chromatin. */
const lobularNucleus: NucleusKind = {
  name: 'nucleus of lobular carcinoma in situ',
  hasCell: true,
  long: [4.2, 0.3],
  wide: [3.8, 0.25],
  astray: 1,
  offUm: 2.2,
  chromatin: {
    ...fine,
    base: 0.6,
    powder: 0.12,
    clump: 0.34,
    vesicle: 0,
    varies: 0.1,
    dark: 0.02,
    nucleoli: 0.06,
  },
  lumpy: 0.06,
  bend: 0.01,
};

const { acinus } = normalLinings;

/** Acini filled and widened by cells that hardly hold together. */
const lobular: Lining = {
  ...acinus,
  name: 'cells of lobular carcinoma in situ',
  wallMm: 1,
  uneven: 1.7,
  content: 'empty',
  layers: [
    {
      nucleus: lobularNucleus,
      insideUm: [5.4, 1000],
      lumenUm: [-1000, 1000],
      spacingUm: 7.6,
      rounds: 3,
      share: 1,
      stands: 'any',
    },
    ...acinus.layers.slice(1).map((layer) => ({ ...layer, spacingUm: 14 })),
  ],
  cytoplasm: {
    ...acinus.cytoplasm,
    eosin: 0.34,
    haematoxylin: 0.16,
    clearBase: 0.2,
    vacuoles: 0.9,
    border: 0.5,
    gap: 0.5,
  },
};

/** The carcinoma fills lobules; its calcifications lie in innocent acini beside it. */
export const lobularGrowth: Growth = {
  linings: [acinus],
  reachMm: 1.8,
  lobuleMm: [0.3, 0.5],
  acini: (ageYears) => ({
    ...aciniAt(ageYears, lobular),
    pitchMm: 0.092,
    jitter: 0.22,
    radiusMm: [0.03, 0.046],
    halfLengthMm: [0, 0.03],
    share: 0.92,
  }),
};
