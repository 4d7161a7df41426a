import { aciniAt, type AcinarHabit } from '../section/lobule.ts';
import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';

/** Columnar cells: ovoid nuclei, upright on the basement membrane, with even chromatin. */
const columnarNucleus: NucleusKind = {
  name: 'columnar nucleus',
  hasCell: true,
  long: [5.2, 0.7],
  wide: [2.9, 0.4],
  astray: 0.2,
  chromatin: { ...fine, base: 0.63, vesicle: 0.05, nucleoli: 0.12 },
  lumpy: 0.05,
  bend: 0.015,
};

/** Monomorphic round to ovoid nuclei of low grade, no longer upright everywhere. */
const flatAtypiaNucleus: NucleusKind = {
  ...columnarNucleus,
  name: 'nucleus of flat epithelial atypia',
  hasCell: true,
  long: [4.9, 0.35],
  wide: [4.1, 0.3],
  astray: 0.7,
  chromatin: { ...fine, base: 0.65, clump: 0.32, varies: 0.1, nucleoli: 0.3 },
};

/** Cytoplasm that bulges from the apex of a columnar cell into the lumen. */
export const snout: NucleusKind = {
  ...columnarNucleus,
  name: 'apical snout',
  hasCell: false,
  figure: 'bleb',
  long: [3.6, 2.1],
  wide: [2.7, 1.2],
  astray: 0.5,
};

const [, myoepithelium] = normalLinings.acinus.layers;

/** Of acini widened by columnar cells. */
export const columnar: Lining = {
  ...normalLinings.acinus,
  name: 'columnar cells',
  wallMm: 0.02,
  uneven: 1.6,
  layers: [
    {
      nucleus: columnarNucleus,
      insideUm: [6.6, 1000],
      lumenUm: [-1000, -5.5],
      spacingUm: 5.6,
      rounds: 3,
      share: 1,
      stands: 'upright',
    },
    ...(myoepithelium ? [myoepithelium] : []),
    {
      nucleus: snout,
      insideUm: [10, 1000],
      lumenUm: [-1.6, 2],
      spacingUm: 6.4,
      rounds: 2,
      share: 0.75,
      clumped: 0.6,
      stands: 'upright',
    },
  ],
  cytoplasm: {
    ...normalLinings.acinus.cytoplasm,
    eosin: 0.42,
    apex: 0.14,
    border: 0.4,
    vacuoles: 0.4,
  },
};

const flatAtypia: Lining = {
  ...columnar,
  name: 'flat atypical cells',
  layers: columnar.layers.map((layer, n) =>
    n === 0 ? { ...layer, nucleus: flatAtypiaNucleus, spacingUm: 6.4, stands: 'upright' } : layer,
  ),
};

/** The widened acini of columnar cell change. */
const widened =
  (lining: Lining) =>
  (ageYears: number): AcinarHabit => ({
    ...aciniAt(ageYears, lining),
    pitchMm: 0.13,
    jitter: 0.3,
    radiusMm: [0.03, 0.085],
    halfLengthMm: [0, 0.06],
    share: 0.9,
  });

export const columnarGrowth: Growth = {
  linings: [columnar],
  reachMm: 1.2,
  lobuleMm: [0.25, 0.45],
  acini: widened(columnar),
};

export const flatAtypiaGrowth: Growth = {
  linings: [flatAtypia],
  reachMm: 1.2,
  lobuleMm: [0.25, 0.45],
  acini: widened(flatAtypia),
};
